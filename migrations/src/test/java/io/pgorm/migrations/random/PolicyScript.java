package io.pgorm.migrations.random;

import java.util.List;
import java.util.Optional;

/** Policies of row level security. */
final class PolicyScript {

    private static final List<String> COMMANDS = List.of("ALL", "SELECT", "INSERT", "UPDATE", "DELETE");

    private final Shape shape;

    PolicyScript(Shape shape) {
        this.shape = shape;
    }

    List<String> create(Item item) {
        return shape.relation(item, "table")
                .map(table -> List.of(sql(item, table)))
                .orElse(List.of());
    }

    private String sql(Item item, Item table) {
        String condition = condition(item, table);
        String command = COMMANDS.get(item.get("command"));
        boolean insert = command.equals("INSERT");
        boolean check = insert || item.is("check") && !command.equals("SELECT") && !command.equals("DELETE");
        return "CREATE POLICY " + shape.name(item) + " ON " + shape.name(table)
                + (item.is("restrictive") ? " AS RESTRICTIVE" : "") + " FOR " + command
                + switch (item.get("role")) {
                    case 1 -> " TO " + Roles.ONE;
                    case 2 -> " TO " + Roles.TWO;
                    case 3 -> " TO " + Roles.ONE + ", " + Roles.TWO;
                    default -> "";
                }
                + (insert ? "" : " USING (" + condition + ")")
                + (check ? " WITH CHECK (" + (item.get("check") == 2 ? "true" : condition) + ")" : "");
    }

    private String condition(Item item, Item table) {
        Optional<Shape.Field> field = shape.anyField(table, item.get("one"));
        String plain = field.map(found -> found.sql() + " IS NOT NULL").orElse("true");
        return switch (item.get("form")) {
            case 1 -> "CURRENT_USER <> 'nobody'";
            case 2 ->
                field.flatMap(found -> shape.function(item, found.type(), false, 1)
                                .map(function -> shape.name(function) + "(" + found.sql() + ")"))
                        .orElse(plain);
            case 3 ->
                shape.relation(item, "other")
                        .filter(other -> other.id() != table.id())
                        .map(other -> "EXISTS (SELECT 1 FROM " + shape.name(other) + " o)")
                        .orElse(plain);
            default -> plain;
        };
    }
}
