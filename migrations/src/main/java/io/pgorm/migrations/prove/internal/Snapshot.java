package io.pgorm.migrations.prove.internal;

import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.sql.Identifiers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All rows of all tables at one time; of a partitioned table those of its partitions. Immutable. */
record Snapshot(Map<Long, TableContent> tables) {

    private static final String COLUMNS = """
            SELECT c.oid, n.nspname, c.relname, c.relkind, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod),
                   a.attgenerated <> '',
                   (SELECT coalesce(e.typtype, t.typtype) = 'c' FROM pg_type t LEFT JOIN pg_type e ON e.oid = t.typelem
                       AND t.typcategory = 'A' WHERE t.oid = a.atttypid)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
              AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.deptype = 'e'
                  AND (d.classid = 'pg_class'::regclass AND d.objid = c.oid
                      OR d.classid = 'pg_namespace'::regclass AND d.objid = n.oid))
            ORDER BY n.nspname, c.relname, a.attnum""";

    /** @param connection in autocommit */
    static Snapshot take(Connection connection) throws SQLException {
        Map<Long, TableContent> shells = new LinkedHashMap<>();
        Map<Long, String> from = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            // names in values (of tables, of types) are then the same whatever is on the path
            statement.execute("SET search_path = pg_catalog");
            try (ResultSet rows = statement.executeQuery(COLUMNS)) {
                while (rows.next()) {
                    long oid = rows.getLong(1);
                    QualifiedName name =
                            new QualifiedName(String.valueOf(rows.getString(2)), String.valueOf(rows.getString(3)));
                    List<TableContent.Column> columns = new ArrayList<>(Optional.ofNullable(shells.get(oid))
                            .map(TableContent::columns)
                            .orElse(List.of()));
                    if (rows.getString(6) != null) {
                        columns.add(new TableContent.Column(
                                rows.getInt(5),
                                String.valueOf(rows.getString(6)),
                                String.valueOf(rows.getString(7)),
                                rows.getBoolean(8),
                                rows.getBoolean(9)));
                    }
                    boolean partitioned = "p".equals(rows.getString(4));
                    shells.put(oid, new TableContent(oid, name, partitioned, List.of(), columns, List.of()));
                    from.put(oid, (partitioned ? "" : "ONLY ") + sql(name));
                }
            }
            Map<Long, List<Long>> parents = parents(statement);
            Map<Long, TableContent> tables = new LinkedHashMap<>();
            for (TableContent shell : shells.values()) {
                String source = String.valueOf(from.get(shell.oid()));
                List<List<@Nullable String>> rows = rows(statement, shell, source);
                List<QualifiedName> above = above(shell.oid(), parents, shells);
                tables.put(
                        shell.oid(),
                        new TableContent(shell.oid(), shell.name(), shell.partitioned(), above, shell.columns(), rows));
            }
            statement.execute("RESET search_path");
            return new Snapshot(tables);
        }
    }

    private static Map<Long, List<Long>> parents(Statement statement) throws SQLException {
        Map<Long, List<Long>> parents = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery("SELECT inhrelid, inhparent FROM pg_inherits")) {
            while (rows.next()) {
                parents.computeIfAbsent(rows.getLong(1), child -> new ArrayList<>())
                        .add(rows.getLong(2));
            }
        }
        return parents;
    }

    private static List<QualifiedName> above(long oid, Map<Long, List<Long>> parents, Map<Long, TableContent> shells) {
        List<QualifiedName> above = new ArrayList<>();
        for (long parent : parents.getOrDefault(oid, List.of())) {
            Optional.ofNullable(shells.get(parent)).map(TableContent::name).ifPresent(above::add);
            above.addAll(above(parent, parents, shells));
        }
        return above;
    }

    private static List<List<@Nullable String>> rows(Statement statement, TableContent shell, String from)
            throws SQLException {
        String columns = shell.columns().stream().map(TableContent.Column::text).collect(Collectors.joining(", "));
        List<List<@Nullable String>> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery("SELECT " + columns + " FROM " + from)) {
            while (result.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 1; i <= shell.columns().size(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    static String sql(QualifiedName name) {
        return Identifiers.quote(name.schema()) + "." + Identifiers.quote(name.name());
    }

    Optional<TableContent> named(QualifiedName name) {
        return tables.values().stream()
                .filter(table -> table.name().equals(name))
                .findFirst();
    }

    /** As if these had never had rows. */
    Snapshot without(Collection<Long> emptied) {
        Set<Long> gone = Set.copyOf(emptied);
        Map<Long, TableContent> left = new LinkedHashMap<>();
        tables.forEach((oid, table) -> left.put(oid, gone.contains(oid) ? table.withoutRows() : table));
        return new Snapshot(left);
    }
}
