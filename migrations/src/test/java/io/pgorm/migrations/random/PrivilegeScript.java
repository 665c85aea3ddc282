package io.pgorm.migrations.random;

import io.pgorm.ir.sql.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Privileges, owners and comments. */
final class PrivilegeScript {

    private final Shape shape;

    PrivilegeScript(Shape shape) {
        this.shape = shape;
    }

    /** How a statement names the item. */
    private Optional<String> object(Item item) {
        String name = shape.name(item);
        return switch (item.kind()) {
            case SCHEMA -> Optional.of("SCHEMA " + name);
            case ENUM, COMPOSITE, RANGE -> Optional.of("TYPE " + name);
            case DOMAIN -> Optional.of("DOMAIN " + name);
            case SEQUENCE -> Optional.of("SEQUENCE " + name);
            case TABLE, PARTITION -> shape.exists(item) ? Optional.of("TABLE " + name) : Optional.empty();
            case VIEW -> shape.fields(item).isEmpty() ? Optional.empty() : Optional.of("VIEW " + name);
            case MATERIALIZED_VIEW ->
                shape.fields(item).isEmpty() ? Optional.empty() : Optional.of("MATERIALIZED VIEW " + name);
            case FUNCTION, TRIGGER_FUNCTION, READER -> Optional.of("FUNCTION " + name);
            case PROCEDURE -> Optional.of("PROCEDURE " + name);
            default -> Optional.empty();
        };
    }

    private boolean isMade(Item item) {
        return switch (item.kind()) {
            case READER -> !new RoutineScript(shape).late(item).isEmpty();
            case PROCEDURE -> !new RoutineScript(shape).late(item).isEmpty();
            default -> true;
        };
    }

    private static String text(int choice) {
        return Literals.quote(
                switch (choice) {
                    case 1 -> "A comment";
                    case 2 -> "It's \"another\" \\ one\nof two lines; ";
                    default -> "größer $$ -- and /* more";
                });
    }

    List<String> comments(Item item) {
        if (!item.is("comment") || !isMade(item)) {
            return List.of();
        }
        Optional<String> on = object(item).or(() -> switch (item.kind()) {
            case COLUMN ->
                shape.world()
                        .item(item.get("table"), Kind.TABLE)
                        .map(table -> "COLUMN " + shape.name(table) + "." + shape.name(item));
            case KEY, CHECK, FOREIGN_KEY ->
                new ConstraintScript(shape).create(item).isEmpty()
                        ? Optional.empty()
                        : shape.world()
                                .item(item.get("table"), Kind.TABLE)
                                .map(table -> "CONSTRAINT " + shape.name(item) + " ON " + shape.name(table));
            case TRIGGER ->
                new TriggerScript(shape).create(item).isEmpty()
                        ? Optional.empty()
                        : shape.relation(item, "table")
                                .map(table -> "TRIGGER " + shape.name(item) + " ON " + shape.name(table));
            case POLICY ->
                shape.relation(item, "table").map(table -> "POLICY " + shape.name(item) + " ON " + shape.name(table));
            case INDEX ->
                new IndexScript(shape).create(item).isEmpty()
                        ? Optional.empty()
                        : shape.relation(item, "table")
                                .map(table -> "INDEX " + shape.schema(table) + "." + shape.name(item));
            default -> Optional.empty();
        });
        return on.map(object -> List.of("COMMENT ON " + object + " IS " + text(item.get("comment"))))
                .orElse(List.of());
    }

    List<String> owner(Item item) {
        if (!item.is("owner") || !isMade(item)) {
            return List.of();
        }
        return object(item)
                .map(object -> List.of("ALTER " + object + " OWNER TO " + Roles.grantee(item.get("owner"))))
                .orElse(List.of());
    }

    List<String> grant(Item item) {
        Optional<Item> on = shape.world().item(item.get("on")).filter(this::isMade);
        Optional<String> object = on.flatMap(this::object);
        if (on.isEmpty() || object.isEmpty()) {
            return List.of();
        }
        List<String> possible = privileges(on.get().kind());
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < possible.size(); i++) {
            if ((item.get("privileges") >> i & 1) == 1) {
                chosen.add(possible.get(i));
            }
        }
        String list = chosen.isEmpty() || chosen.size() == possible.size() ? "ALL" : String.join(", ", chosen);
        String named = object.get().replaceFirst("^(MATERIALIZED VIEW|VIEW) ", "TABLE ");
        boolean relation = named.startsWith("TABLE ");
        if (relation && item.is("column")) {
            Optional<Shape.Field> field = shape.anyField(on.get(), item.get("column"));
            if (field.isPresent()) {
                list = (item.get("privileges") % 2 == 0 ? "SELECT" : "UPDATE") + " ("
                        + field.get().sql() + ")";
            }
        }
        String role = Roles.grantee(item.get("role"));
        return switch (item.get("revoke")) {
            case 1 -> List.of("REVOKE ALL ON " + named + " FROM PUBLIC");
            default ->
                List.of("GRANT " + list + " ON " + named + " TO " + role
                        + (item.is("grantable") && !role.equals("PUBLIC") ? " WITH GRANT OPTION" : ""));
        };
    }

    private static List<String> privileges(Kind kind) {
        return switch (kind) {
            case SCHEMA -> List.of("USAGE", "CREATE");
            case ENUM, DOMAIN, COMPOSITE, RANGE -> List.of("USAGE");
            case SEQUENCE -> List.of("USAGE", "SELECT", "UPDATE");
            case FUNCTION, PROCEDURE, READER, TRIGGER_FUNCTION -> List.of("EXECUTE");
            default -> List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES");
        };
    }

    List<String> defaults(Item item) {
        String kind =
                List.of("TABLES", "SEQUENCES", "FUNCTIONS", "TYPES", "TABLES").get(item.get("objects"));
        String privilege = switch (kind) {
            case "TABLES" ->
                List.of("SELECT", "INSERT, UPDATE", "ALL", "DELETE").get(item.get("privileges"));
            case "SEQUENCES" -> List.of("USAGE", "SELECT", "ALL", "UPDATE").get(item.get("privileges"));
            case "FUNCTIONS" -> "EXECUTE";
            default -> "USAGE";
        };
        String schema = shape.schema(item);
        boolean everywhere = schema.equals("public") && item.get("privileges") == 3;
        boolean revoke = item.is("revoke");
        return List.of("ALTER DEFAULT PRIVILEGES"
                + (item.is("creator") ? " FOR ROLE " + Roles.grantee(item.get("creator")) : "")
                + (everywhere || revoke ? "" : " IN SCHEMA " + schema)
                + (revoke ? " REVOKE " : " GRANT ") + privilege + " ON " + kind + (revoke ? " FROM " : " TO ")
                + (revoke ? "PUBLIC" : Roles.grantee(item.get("role"))));
    }
}
