package io.pgorm.migrations.random;

import java.util.List;

/** Views and materialized views. */
final class ViewScript {

    private final Shape shape;

    ViewScript(Shape shape) {
        this.shape = shape;
    }

    List<String> create(Item item) {
        String query = new ViewQuery(shape, item).sql();
        if (shape.fields(item).isEmpty()) {
            return List.of();
        }
        String name = shape.name(item);
        if (item.kind() == Kind.MATERIALIZED_VIEW) {
            String with =
                    item.is("parameters") ? " WITH (fillfactor = " + (60 + 10 * item.get("parameters")) + ")" : "";
            return List.of("CREATE MATERIALIZED VIEW " + name + with + " AS " + query
                    + (item.is("empty") ? " WITH NO DATA" : ""));
        }
        String options = switch (item.get("options")) {
            case 1 -> " WITH (security_barrier = true)";
            case 2 -> " WITH (security_invoker = true)";
            case 3 -> " WITH (security_barrier = true, security_invoker = true)";
            default -> "";
        };
        String check = item.get("form") != 0 && item.get("form") != 7
                ? ""
                : switch (item.get("options")) {
                    case 4 -> " WITH LOCAL CHECK OPTION";
                    case 5 -> " WITH CASCADED CHECK OPTION";
                    default -> "";
                };
        return List.of("CREATE VIEW " + name + options + " AS " + query + check);
    }
}
