package io.pgorm.migrations.random;

import java.util.List;
import java.util.stream.Collectors;

/** Types and sequences. */
final class TypeScript {

    private final Shape shape;

    TypeScript(Shape shape) {
        this.shape = shape;
    }

    List<String> create(Item item) {
        String name = shape.name(item);
        return switch (item.kind()) {
            case ENUM ->
                List.of("CREATE TYPE " + name + " AS ENUM ("
                        + Shape.labels(item).stream()
                                .map(io.pgorm.ir.sql.Literals::quote)
                                .collect(Collectors.joining(", "))
                        + ")");
            case DOMAIN -> List.of(domain(item, name));
            case COMPOSITE ->
                List.of("CREATE TYPE " + name + " AS ("
                        + shape.attributes(item).stream()
                                .map(field -> field.sql() + " " + field.type().sql() + collation(item, field.type()))
                                .collect(Collectors.joining(", "))
                        + ")");
            case RANGE ->
                List.of("CREATE TYPE " + name + " AS RANGE (subtype = "
                        + shape.subtype(item).sql()
                        + (item.is("multirange")
                                ? ", multirange_type_name = " + shape.schema(item) + "."
                                        + Names.quoted("many of " + item.id())
                                : "")
                        + ")");
            default -> List.of(sequence(item, name));
        };
    }

    private static String collation(Item item, Type type) {
        return !type.hasCollation()
                ? ""
                : switch (item.get("collation")) {
                    case 1 -> " COLLATE \"C\"";
                    case 2 -> " COLLATE \"POSIX\"";
                    default -> "";
                };
    }

    private String domain(Item item, String name) {
        Type base = shape.type(item.get("type"), item.id());
        StringBuilder sql = new StringBuilder("CREATE DOMAIN " + name + " AS " + base.sql() + collation(item, base));
        if (item.is("default")) {
            sql.append(" DEFAULT ").append(base.value(item.get("default")));
        }
        if (item.is("notNull")) {
            sql.append(" NOT NULL");
        }
        check(item.get("check"), base, "first check", sql);
        check(item.get("second"), base, "second " + item.id(), sql);
        return sql.toString();
    }

    private static void check(int form, Type base, String name, StringBuilder sql) {
        String condition = switch (form) {
            case 0 -> "";
            case 1 -> "VALUE IS NOT NULL OR true";
            case 2 -> base.family() == Type.Family.INTEGER ? "VALUE >= 0" : "length(VALUE::text) < 1000";
            case 3 -> base.family() == Type.Family.TEXT ? "VALUE <> 'nothing'" : "VALUE::text <> 'nothing'";
            default -> base.isSortable() ? "VALUE = VALUE" : "VALUE IS NULL OR VALUE IS NOT NULL";
        };
        if (!condition.isEmpty()) {
            sql.append(" CONSTRAINT ")
                    .append(Names.quoted(name))
                    .append(" CHECK (")
                    .append(condition)
                    .append(")");
        }
    }

    private static String sequence(Item item, String name) {
        StringBuilder sql =
                new StringBuilder("CREATE " + (item.is("unlogged") ? "UNLOGGED " : "") + "SEQUENCE " + name);
        switch (item.get("type")) {
            case 1 -> sql.append(" AS integer");
            case 2 -> sql.append(" AS smallint");
            default -> {}
        }
        if (item.is("increment")) {
            sql.append(" INCREMENT BY ").append(item.get("increment") == 3 ? -1 : item.get("increment") * 5);
        }
        if (item.is("minimum")) {
            sql.append(" MINVALUE ").append(item.get("minimum") == 1 ? -10 : 1);
        }
        if (item.is("maximum")) {
            sql.append(" MAXVALUE ").append(item.get("maximum") * 10_000);
        }
        if (item.is("start")) {
            sql.append(" START WITH ").append(item.get("start") * 100);
        }
        if (item.is("cache")) {
            sql.append(" CACHE ").append(item.get("cache") * 10);
        }
        return sql + (item.is("cycle") ? " CYCLE" : "");
    }
}
