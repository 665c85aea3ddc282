package io.pgorm.migrations.random;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
     * @param file what changes when the table is written anew
     * @param columns a hash of the values of each column, by name and type
     */
    record Table(String name, List<String> above, String file, long rows, Map<String, Column> columns) {}

    record Column(String type, boolean computed, String hash) {}

    static Contents of(Connection connection) throws SQLException {
        Map<String, Table> tables = new TreeMap<>();
        for (List<String> row : ask(connection, """
            SELECT c.oid::regclass::text, c.relname, c.relfilenode::text,
                   (WITH RECURSIVE up AS (SELECT inhparent FROM pg_inherits WHERE inhrelid = c.oid
                    UNION SELECT i.inhparent FROM pg_inherits i JOIN up ON i.inhrelid = up.inhparent)
                    SELECT string_agg(p.relname, E'\\x01') FROM up JOIN pg_class p ON p.oid = up.inhparent)
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
        List<List<String>> columns = ask(connection, """
            SELECT attname, format_type(atttypid, atttypmod) || coalesce(' ' || attcollation::regcollation, ''), attgenerated <> '', quote_ident(attname) FROM pg_attribute
            WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum
            """.formatted(io.pgorm.ir.sql.Literals.quote(row.get(0))));
        StringBuilder select = new StringBuilder("SELECT count(*)");
        for (List<String> column : columns) {
            String text = column.get(3) + "::text COLLATE \"C\"";
            select.append(", md5(string_agg(coalesce(")
                    .append(text)
                    .append(", 'no'), '|' ORDER BY ")
                    .append(text)
                    .append("))");
        }
        List<String> values =
                ask(connection, select + " FROM ONLY " + row.get(0)).getFirst();
        Map<String, Column> hashes = new TreeMap<>();
        for (int i = 0; i < columns.size(); i++) {
            hashes.put(
                    columns.get(i).get(0),
                    new Column(columns.get(i).get(1), columns.get(i).get(2).equals("t"), values.get(i + 1)));
        }
        List<String> above =
                row.get(3).isEmpty() ? List.of() : List.of(row.get(3).split("\u0001"));
        return new Table(row.get(1), above, row.get(2), Long.parseLong(values.getFirst()), hashes);
    }

    private static List<List<String>> ask(Connection connection, String sql) throws SQLException {
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
