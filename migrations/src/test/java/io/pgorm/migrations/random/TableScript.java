package io.pgorm.migrations.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables and partitions. */
final class TableScript {

    private final Shape shape;
    private final ColumnText columns;

    TableScript(Shape shape) {
        this.shape = shape;
        this.columns = new ColumnText(shape);
    }

    List<String> create(Item item) {
        if (!shape.exists(item)) {
            return List.of();
        }
        return item.kind() == Kind.PARTITION ? partition(item) : table(item);
    }

    private List<String> table(Item item) {
        List<String> inside = new ArrayList<>();
        shape.columns(item).forEach(column -> inside.add(columns.definition(column)));
        Optional<Item> parent = shape.parent(item);
        String sql = "CREATE " + (item.is("unlogged") && !shape.isPartitioned(item) ? "UNLOGGED " : "") + "TABLE "
                + shape.name(item) + " (" + String.join(", ", inside) + ")"
                + parent.map(found -> " INHERITS (" + shape.name(found) + ")").orElse("") + partitioning(item)
                + parameters(item);
        List<String> all = new ArrayList<>(List.of(sql));
        shape.columns(item).forEach(column -> all.addAll(columns.afterwards(column)));
        return all;
    }

    private String partitioning(Item item) {
        if (!shape.isPartitioned(item)) {
            return "";
        }
        String key = shape.key(item).orElseThrow().sql();
        return " PARTITION BY "
                + switch (item.get("partitioned")) {
                    case 2 -> "LIST (" + key + ")";
                    case 3 -> "HASH (" + key + ")";
                    default -> "RANGE (" + key + ")";
                };
    }

    private String parameters(Item item) {
        if (shape.isPartitioned(item)) {
            return "";
        }
        return switch (item.get("parameters")) {
            case 1 -> " WITH (fillfactor = 70)";
            case 2 -> " WITH (autovacuum_enabled = false, fillfactor = 90)";
            case 3 -> " WITH (autovacuum_vacuum_scale_factor = 0.05)";
            case 4 -> " WITH (toast.autovacuum_enabled = false)";
            default -> "";
        };
    }

    private List<String> partition(Item item) {
        Item parent = shape.parent(item).orElseThrow();
        Type key = shape.key(parent).orElseThrow().type();
        int bound = item.get("bound");
        String values = switch (parent.get("partitioned")) {
            case 2 ->
                bound == 0
                        ? "DEFAULT"
                        : "FOR VALUES IN (" + key.value(2 * bound) + ", " + key.value(2 * bound + 1) + ")";
            case 3 -> "FOR VALUES WITH (MODULUS 4, REMAINDER " + bound % 4 + ")";
            default ->
                bound == 0 || key.family() == Type.Family.TEXT
                        ? "DEFAULT"
                        : "FOR VALUES FROM (" + (bound == 1 ? "MINVALUE" : key.value(4 * bound)) + ") TO ("
                                + key.value(4 * bound + 4) + ")";
        };
        if (parent.get("partitioned") == 2 && bound != 0 && key.value(2 * bound).equals(key.value(2 * bound + 1))) {
            values = "DEFAULT";
        }
        String sql = "CREATE TABLE " + shape.name(item) + " PARTITION OF " + shape.name(parent) + " " + values
                + partitioning(item) + parameters(item);
        return item.is("detached")
                ? List.of(sql, "ALTER TABLE " + shape.name(parent) + " DETACH PARTITION " + shape.name(item))
                : List.of(sql);
    }

    /** A default that calls a function which reads a relation. */
    List<String> lateDefault(Item column) {
        Optional<Item> reader = shape.world()
                .item(column.get("function"), Kind.READER)
                .filter(found -> found.get("form") < 3 && column.get("value") == 2);
        Optional<Item> table = shape.world().item(column.get("table"), Kind.TABLE);
        return reader.isEmpty() || table.isEmpty() || !shape.columnType(column).isInteger()
                ? List.of()
                : List.of("ALTER TABLE " + shape.name(table.get()) + " ALTER COLUMN " + Names.quoted(Names.of(column))
                        + " SET DEFAULT " + shape.name(reader.get()) + "()");
    }

    /** What can be said of a table only when it has its indexes. */
    List<String> finish(Item item) {
        List<String> sql = new ArrayList<>();
        String alter = "ALTER TABLE " + shape.name(item) + " ";
        switch (item.get("replica")) {
            case 1 -> sql.add(alter + "REPLICA IDENTITY FULL");
            case 2 -> sql.add(alter + "REPLICA IDENTITY NOTHING");
            case 3 ->
                shape.world().of(Kind.KEY, "table", item.id()).stream()
                        .findFirst()
                        .ifPresent(
                                key -> sql.add(alter + "REPLICA IDENTITY USING INDEX " + Names.quoted(Names.of(key))));
            default -> {}
        }
        if (item.is("security")) {
            sql.add(alter + "ENABLE ROW LEVEL SECURITY");
        }
        if (item.get("security") == 2) {
            sql.add(alter + "FORCE ROW LEVEL SECURITY");
        }
        return sql;
    }
}
