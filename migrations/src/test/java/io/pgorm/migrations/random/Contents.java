package io.pgorm.migrations.random;

import io.pgorm.ir.sql.Identifiers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is in the tables, as far as it can be compared before and after.
 *
 * @param tables by name
 * @param sequences the last value of each, by name
 */
record Contents(Map<String, Table> tables, Map<String, String> sequences) {

    /**
     * @param name without its schema
     * @param above the names of the tables that it is below
     * @param partition whether it is a partition of them, and goes when they are dropped
     * @param file what changes when the table is written anew
     * @param columns by name
     */
    record Table(
            String name, List<String> above, boolean partition, String file, long rows, Map<String, Column> columns) {}

    /**
     * @param computed whether its values come from others
     * @param whole its values
     * @param parts the values of each attribute, by the path to it, where the column is of a composite type
     */
    record Column(boolean computed, Values whole, Map<List<String>, Values> parts) {}

    /**
     * Values of one place.
     *
     * @param type of PostgreSQL's own where it can be: a domain's base
     * @param texts sorted, with nulls as empty
     */
    record Values(String type, List<Optional<String>> texts) {}

    static Contents of(Connection connection) throws SQLException {
        Map<String, Table> tables = new TreeMap<>();
        for (List<String> row : ask(connection, """
            SELECT c.oid::regclass::text, c.relname, c.relfilenode::text,
                   (WITH RECURSIVE up AS (SELECT inhparent FROM pg_inherits WHERE inhrelid = c.oid
                    UNION SELECT i.inhparent FROM pg_inherits i JOIN up ON i.inhrelid = up.inhparent)
                    SELECT string_agg(p.relname, E'\\x01') FROM up JOIN pg_class p ON p.oid = up.inhparent),
                   c.relispartition
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            """)) {
            tables.put(row.get(0), table(connection, row));
        }
        Map<String, String> sequences = new TreeMap<>();
        for (List<String> row : ask(connection, """
            SELECT s.seqrelid::regclass::text, pg_sequence_last_value(s.seqrelid)::text FROM pg_sequence s
            WHERE pg_sequence_last_value(s.seqrelid) IS NOT NULL
            """)) {
            sequences.put(row.get(0), row.get(1));
        }
        return new Contents(tables, sequences);
    }

    private static Table table(Connection connection, List<String> row) throws SQLException {
        String name = row.get(0);
        Map<String, Column> columns = new TreeMap<>();
        for (List<String> column : ask(connection, """
            SELECT attname, atttypid::text, atttypmod::text, attgenerated <> '' FROM pg_attribute
            WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum
            """.formatted(io.pgorm.ir.sql.Literals.quote(name)))) {
            String own = Identifiers.quote(column.get(0));
            ValueType type = ValueType.of(connection, column.get(1), column.get(2));
            Map<List<String>, Values> parts = new HashMap<>();
            for (ValueType.Part part : type.parts(connection)) {
                String from = type.array()
                        ? "(SELECT unnest(%1$s) AS it FROM ONLY %2$s)"
                        : "(SELECT %1$s AS it FROM ONLY %2$s WHERE %1$s IS DISTINCT FROM NULL)";
                String at = part.path().stream()
                        .reduce("(it)", (path, next) -> "(" + path + "." + Identifiers.quote(next) + ")");
                parts.put(part.path(), values(connection, part.type(), at, from.formatted(own, name)));
            }
            columns.put(
                    column.get(0),
                    new Column(column.get(3).equals("t"), values(connection, type.name(), own, "ONLY " + name), parts));
        }
        List<String> above =
                row.get(3).isEmpty() ? List.of() : List.of(row.get(3).split("\u0001"));
        long rows = Long.parseLong(
                ask(connection, "SELECT count(*) FROM ONLY " + name).getFirst().getFirst());
        return new Table(row.get(1), above, row.get(4).equals("t"), row.get(2), rows, columns);
    }

    private static Values values(Connection connection, String type, String expression, String from)
            throws SQLException {
        List<Optional<String>> texts = new ArrayList<>();
        for (List<String> value :
                ask(connection, "SELECT %1$s IS NULL, %1$s::text FROM %2$s it".formatted(expression, from))) {
            texts.add(
                    value.get(0).equals("t") && value.get(1).isEmpty() ? Optional.empty() : Optional.of(value.get(1)));
        }
        texts.sort(Comparator.comparing(value -> value.map(text -> "=" + text).orElse("")));
        return new Values(type, texts);
    }

    static List<List<String>> ask(Connection connection, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        String value = result.getString(i);
                        row.add(value == null ? "" : value);
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }
}
