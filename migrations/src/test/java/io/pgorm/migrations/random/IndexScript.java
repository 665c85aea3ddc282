package io.pgorm.migrations.random;

import java.util.List;
import java.util.Optional;

/** Indexes of tables and materialized views. */
final class IndexScript {

    private final Shape shape;

    IndexScript(Shape shape) {
        this.shape = shape;
    }

    List<String> create(Item item) {
        return shape.relation(item, "table")
                .flatMap(table -> shape.field(table, item.get("one")).flatMap(field -> sql(item, table, field)))
                .map(List::of)
                .orElse(List.of());
    }

    private Optional<String> sql(Item item, Item table, Shape.Field field) {
        String method = method(item, field.type());
        if (method.isEmpty()) {
            return Optional.empty();
        }
        boolean tree = method.equals("btree");
        Optional<Shape.Field> second = shape.field(table, item.get("two"))
                .filter(other -> item.get("form") == 1
                        && !other.name().equals(field.name())
                        && method(item, other.type()).equals(method)
                        && !method.equals("hash")
                        && !method.equals("spgist"));
        boolean plainTable = table.kind() != Kind.PARTITION && !shape.isPartitioned(table);
        String unique = tree && plainTable && item.is("unique") ? "UNIQUE " : "";
        String keys = key(item, field, tree)
                + second.map(other -> ", " + other.sql() + (tree ? order(item) : ""))
                        .orElse("");
        String include = shape.field(table, item.get("include"))
                .filter(other -> tree && !other.name().equals(field.name()))
                .map(other -> " INCLUDE (" + other.sql() + ")")
                .orElse("");
        return Optional.of("CREATE " + unique + "INDEX " + shape.name(item) + " ON " + shape.name(table) + " USING "
                + method + " (" + keys + ")" + include
                + (!unique.isEmpty() && item.is("nulls") ? " NULLS NOT DISTINCT" : "") + parameters(item, method)
                + where(item, field));
    }

    private static String method(Item item, Type type) {
        String natural = switch (type.family()) {
            case JSON, SEARCH -> item.get("method") % 2 == 0 ? "gin" : "btree";
            case ARRAY -> item.get("method") > 2 ? "gin" : "btree";
            case RANGE ->
                List.of("btree", "gist", "spgist", "hash", "gist", "btree").get(item.get("method"));
            case NETWORK -> item.get("method") == 4 ? "brin" : "btree";
            case INTEGER, TIME, NUMBER ->
                List.of("btree", "brin", "hash", "btree", "brin", "hash").get(item.get("method"));
            case TEXT ->
                List.of("btree", "hash", "spgist", "brin", "btree", "hash").get(item.get("method"));
            case ENUM -> item.get("method") == 3 ? "hash" : "btree";
            case OPAQUE -> "";
            default -> "btree";
        };
        boolean fixed = type.sql().contains("char") && !type.sql().contains("varying");
        return natural.equals("spgist") && (fixed || type.sql().contains(".")) ? "btree" : natural;
    }

    private String key(Item item, Shape.Field field, boolean tree) {
        String name = field.sql();
        boolean text = field.type().hasCollation();
        String plain = switch (item.get("form")) {
            case 2 ->
                tree && text
                        ? "lower(" + name + "::text)"
                        : tree && field.type().isInteger() ? "(" + name + " + 1)" : name;
            case 3 ->
                shape.function(item, field.type(), true, 0, 1)
                        .filter(function -> tree)
                        .map(function -> shape.name(function) + "(" + name + ")")
                        .orElse(name);
            case 4 -> tree ? "(" + name + " IS NULL)" : name;
            default -> name;
        };
        String collation = tree && text && plain.equals(name) && item.is("collation") ? " COLLATE \"C\"" : "";
        String operators = tree && plain.equals(name) && field.type().sql().equals("text") && item.is("operators")
                ? " text_pattern_ops"
                : "";
        return plain + collation + operators + (tree ? order(item) : "");
    }

    private static String order(Item item) {
        return switch (item.get("order")) {
            case 1 -> " DESC";
            case 2 -> " NULLS FIRST";
            case 3 -> " DESC NULLS LAST";
            default -> "";
        };
    }

    private static String parameters(Item item, String method) {
        return !item.is("parameters")
                ? ""
                : switch (method) {
                    case "btree", "hash", "gist", "spgist" ->
                        " WITH (fillfactor = " + (60 + 10 * item.get("parameters")) + ")";
                    case "gin" -> " WITH (fastupdate = off)";
                    default -> " WITH (pages_per_range = 32)";
                };
    }

    private static String where(Item item, Shape.Field field) {
        return switch (item.get("where")) {
            case 1 -> " WHERE " + field.sql() + " IS NOT NULL";
            case 2 ->
                field.type().isSortable()
                        ? " WHERE " + field.sql() + " <> " + field.type().value(3)
                        : "";
            case 3 -> field.type().hasCollation() ? " WHERE length(" + field.sql() + "::text) > 2" : "";
            default -> "";
        };
    }
}
