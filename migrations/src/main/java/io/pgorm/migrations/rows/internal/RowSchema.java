package io.pgorm.migrations.rows.internal;

import static io.pgorm.migrations.rows.internal.TypeShapes.number;

import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.sql.SqlScanner;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All tables of a database that can be filled, by their number in the catalog, in the order of their names. */
record RowSchema(Map<Long, RowTable> tables, TypeShapes types) {

    private static final String TABLES = """
            SELECT c.oid, n.nspname, c.relname, c.relkind, pg_get_partition_constraintdef(c.oid)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't'
              AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.deptype = 'e'
                  AND (d.classid = 'pg_class'::regclass AND d.objid = c.oid
                      OR d.classid = 'pg_namespace'::regclass AND d.objid = n.oid))
            ORDER BY 2, 3""";
    private static final String COLUMNS = """
            SELECT a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod, format_type(a.atttypid, a.atttypmod),
                   a.attnotnull, a.attidentity <> '', a.attgenerated <> '', pg_get_expr(d.adbin, d.adrelid)
            FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid >= 16384 AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attrelid, a.attnum""";
    private static final String CHECKS = """
            SELECT conrelid, array_to_string(conkey, ' '), pg_get_expr(conbin, conrelid) FROM pg_constraint
            WHERE contype = 'c' AND conrelid <> 0""";
    /** Without the copies that stand for each partition of a partitioned target. */
    private static final String KEYS = """
            SELECT k.conrelid, array_to_string(k.conkey, ' '), k.confrelid, array_to_string(k.confkey, ' ')
            FROM pg_constraint k WHERE k.contype = 'f'
              AND NOT EXISTS (SELECT FROM pg_constraint p WHERE p.oid = k.conparentid AND p.conrelid = k.conrelid)
            ORDER BY k.conrelid, k.conname""";

    private static final String ABOVE = "SELECT inhrelid, inhparent FROM pg_inherits";
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    static RowSchema read(Session session) throws SQLException {
        TypeShapes types = TypeShapes.read(session);
        Map<Long, List<RowColumn>> columns = new LinkedHashMap<>();
        for (List<@Nullable String> row : session.rows(COLUMNS)) {
            columns.computeIfAbsent(number(row.get(0)), oid -> new ArrayList<>())
                    .add(column(row, types));
        }
        Map<Long, Set<Long>> above = new LinkedHashMap<>();
        for (List<@Nullable String> row : session.rows(ABOVE)) {
            above.computeIfAbsent(number(row.get(0)), oid -> new LinkedHashSet<>())
                    .add(number(row.get(1)));
        }
        Map<Long, List<List<@Nullable String>>> checks = byTable(session, CHECKS);
        Map<Long, List<List<@Nullable String>>> keys = byTable(session, KEYS);
        Map<Long, RowTable> tables = new LinkedHashMap<>();
        for (List<@Nullable String> row : session.rows(TABLES)) {
            long oid = number(row.get(0));
            List<RowColumn> own = columns.getOrDefault(oid, List.of());
            List<Condition> conditions = new ArrayList<>();
            checks.getOrDefault(oid, List.of())
                    .forEach(check -> conditions.add(
                            new Condition(Set.copyOf(names(own, check.get(1))), String.valueOf(check.get(2)))));
            Optional.ofNullable(row.get(4))
                    .ifPresent(bound -> conditions.add(new Condition(mentioned(own, bound), bound)));
            tables.put(
                    oid,
                    new RowTable(
                            oid,
                            new QualifiedName(String.valueOf(row.get(1)), String.valueOf(row.get(2))),
                            String.valueOf(row.get(3)).charAt(0),
                            own,
                            conditions,
                            keys.getOrDefault(oid, List.of()).stream()
                                    .map(key -> new RowKey(
                                            names(own, key.get(1)),
                                            number(key.get(2)),
                                            names(columns.getOrDefault(number(key.get(2)), List.of()), key.get(3))))
                                    .toList(),
                            above.getOrDefault(oid, Set.of())));
        }
        return new RowSchema(tables, types);
    }

    private static RowColumn column(List<@Nullable String> row, TypeShapes types) {
        long type = number(row.get(3));
        String value = row.get(9);
        boolean generated = "t".equals(row.get(8));
        boolean identity = "t".equals(row.get(7));
        return new RowColumn(
                (int) number(row.get(1)),
                String.valueOf(row.get(2)),
                type,
                (int) number(row.get(4)),
                String.valueOf(row.get(5)),
                !"t".equals(row.get(6)) && !types.refusesNull(type),
                identity || (value != null && value.startsWith("nextval(")),
                identity,
                generated ? Optional.ofNullable(value) : Optional.empty(),
                !generated && value != null);
    }

    private static Map<Long, List<List<@Nullable String>>> byTable(Session session, String query) throws SQLException {
        Map<Long, List<List<@Nullable String>>> byTable = new LinkedHashMap<>();
        for (List<@Nullable String> row : session.rows(query)) {
            byTable.computeIfAbsent(number(row.get(0)), oid -> new ArrayList<>())
                    .add(row);
        }
        return byTable;
    }

    private static List<String> names(List<RowColumn> columns, @Nullable String numbers) {
        List<String> names = new ArrayList<>();
        for (String text : numbers == null || numbers.isEmpty() ? new String[0] : numbers.split(" ")) {
            int number = Integer.parseInt(text);
            columns.stream().filter(column -> column.number() == number).forEach(column -> names.add(column.name()));
        }
        return names;
    }

    /** The columns whose names stand in an expression. */
    static Set<String> mentioned(List<RowColumn> columns, String expression) {
        Set<String> words = new LinkedHashSet<>();
        for (SqlScanner.Segment segment : SqlScanner.scan(expression)) {
            switch (segment.kind()) {
                case CODE -> {
                    Matcher word = WORD.matcher(segment.text());
                    while (word.find()) {
                        words.add(word.group());
                    }
                }
                case QUOTED_IDENTIFIER ->
                    words.add(segment.text()
                            .substring(1, segment.text().length() - 1)
                            .replace("\"\"", "\""));
                default -> {}
            }
        }
        Set<String> names = new LinkedHashSet<>();
        columns.stream().map(RowColumn::name).filter(words::contains).forEach(names::add);
        return names;
    }
}
