package io.pgorm.migrations.random;

import java.util.ArrayList;
import java.util.List;

/** The statements that make a world, in an order that works. What has lost what it needs is left out. */
final class Script {

    private final Shape shape;
    private final List<String> statements = new ArrayList<>();

    private Script(Shape shape) {
        this.shape = shape;
    }

    static List<String> of(World world) {
        Script script = new Script(new Shape(world));
        script.all();
        return script.statements;
    }

    private void all() {
        World world = shape.world();
        PrivilegeScript privileges = new PrivilegeScript(shape);
        world.of(Kind.SCHEMA).forEach(item -> add("CREATE SCHEMA " + shape.name(item)));
        world.of(Kind.DEFAULT_PRIVILEGE).stream()
                .filter(item -> item.is("early"))
                .forEach(item -> addAll(privileges.defaults(item)));
        TypeScript types = new TypeScript(shape);
        world.of(Kind.ENUM, Kind.DOMAIN, Kind.COMPOSITE, Kind.RANGE, Kind.SEQUENCE)
                .forEach(item -> addAll(types.create(item)));
        RoutineScript routines = new RoutineScript(shape);
        world.of(Kind.FUNCTION).forEach(item -> addAll(routines.function(item)));
        TableScript tables = new TableScript(shape);
        world.of(Kind.TABLE, Kind.PARTITION).forEach(item -> addAll(tables.create(item)));
        ConstraintScript constraints = new ConstraintScript(shape);
        world.of(Kind.KEY, Kind.EXCLUSION, Kind.CHECK).forEach(item -> addAll(constraints.create(item)));
        world.of(Kind.FOREIGN_KEY).forEach(item -> addAll(constraints.create(item)));
        world.of(Kind.READER, Kind.VIEW, Kind.MATERIALIZED_VIEW, Kind.PROCEDURE, Kind.TRIGGER_FUNCTION)
                .forEach(item -> addAll(
                        item.kind() == Kind.VIEW || item.kind() == Kind.MATERIALIZED_VIEW
                                ? new ViewScript(shape).create(item)
                                : routines.late(item)));
        world.of(Kind.COLUMN).forEach(item -> addAll(tables.lateDefault(item)));
        world.of(Kind.INDEX).forEach(item -> addAll(new IndexScript(shape).create(item)));
        world.of(Kind.TABLE).forEach(item -> addAll(tables.finish(item)));
        world.of(Kind.TRIGGER).forEach(item -> addAll(new TriggerScript(shape).create(item)));
        world.of(Kind.POLICY).forEach(item -> addAll(new PolicyScript(shape).create(item)));
        world.of(Kind.OTHER).forEach(item -> addAll(new OtherScript(shape).create(item)));
        world.all().forEach(item -> addAll(privileges.comments(item)));
        world.of(Kind.GRANT).forEach(item -> addAll(privileges.grant(item)));
        world.of(Kind.DEFAULT_PRIVILEGE).stream()
                .filter(item -> !item.is("early"))
                .forEach(item -> addAll(privileges.defaults(item)));
        world.all().forEach(item -> addAll(privileges.owner(item)));
    }

    private void add(String sql) {
        statements.add(sql);
    }

    private void addAll(List<String> sql) {
        statements.addAll(sql);
    }
}
