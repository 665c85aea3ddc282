package io.pgorm.migrations.rows.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All types of a database. Immutable. */
final class TypeShapes {

    private static final String TYPES = """
            SELECT t.oid, t.typname, format_type(t.oid, NULL), t.typtype,
                   CASE WHEN t.typtype = 'd' THEN t.typbasetype
                        WHEN t.typtype = 'r' THEN (SELECT r.rngsubtype FROM pg_range r WHERE r.rngtypid = t.oid)
                        WHEN t.typtype = 'm' THEN (SELECT r.rngtypid FROM pg_range r WHERE r.rngmultitypid = t.oid)
                        WHEN t.typcategory = 'A' THEN t.typelem ELSE 0 END,
                   t.typcategory = 'A' AND t.typelem <> 0, t.typdelim, t.typtypmod, t.typnotnull
            FROM pg_type t WHERE t.typisdefined""";
    private static final String LABELS = "SELECT enumtypid, enumlabel FROM pg_enum ORDER BY enumtypid, enumsortorder";
    private static final String ATTRIBUTES = """
            SELECT c.reltype, a.atttypid, a.atttypmod FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.reltype <> 0 AND c.oid >= 16384 AND a.attnum > 0 AND NOT a.attisdropped ORDER BY c.oid, a.attnum""";
    private static final String CHECKS = """
            SELECT contypid, pg_get_expr(conbin, 0) FROM pg_constraint WHERE contype = 'c' AND contypid <> 0""";

    private final Map<Long, TypeShape> byOid = new LinkedHashMap<>();

    private TypeShapes() {}

    static TypeShapes read(Session session) throws SQLException {
        TypeShapes shapes = new TypeShapes();
        Map<Long, List<String>> labels = lists(session, LABELS);
        Map<Long, List<String>> checks = lists(session, CHECKS);
        Map<Long, List<TypeShape.Attribute>> attributes = new LinkedHashMap<>();
        for (List<@Nullable String> row : session.rows(ATTRIBUTES)) {
            attributes
                    .computeIfAbsent(number(row.get(0)), oid -> new ArrayList<>())
                    .add(new TypeShape.Attribute(number(row.get(1)), (int) number(row.get(2))));
        }
        for (List<@Nullable String> row : session.rows(TYPES)) {
            long oid = number(row.get(0));
            shapes.byOid.put(
                    oid,
                    new TypeShape(
                            oid,
                            String.valueOf(row.get(1)),
                            String.valueOf(row.get(2)),
                            String.valueOf(row.get(3)).charAt(0),
                            number(row.get(4)),
                            "t".equals(row.get(5)),
                            String.valueOf(row.get(6)),
                            (int) number(row.get(7)),
                            "t".equals(row.get(8)),
                            labels.getOrDefault(oid, List.of()),
                            attributes.getOrDefault(oid, List.of()),
                            checks.getOrDefault(oid, List.of())));
        }
        return shapes;
    }

    private static Map<Long, List<String>> lists(Session session, String query) throws SQLException {
        Map<Long, List<String>> lists = new LinkedHashMap<>();
        for (List<@Nullable String> row : session.rows(query)) {
            lists.computeIfAbsent(number(row.get(0)), oid -> new ArrayList<>()).add(String.valueOf(row.get(1)));
        }
        return lists;
    }

    static long number(@Nullable String text) {
        return text == null ? 0 : Long.parseLong(text);
    }

    Optional<TypeShape> get(long oid) {
        return Optional.ofNullable(byOid.get(oid));
    }

    /** Whether a domain, or one below it, refuses NULL. */
    boolean refusesNull(long oid) {
        return get(oid).filter(shape -> shape.kind() == 'd')
                .map(shape -> shape.notNull() || refusesNull(shape.element()))
                .orElse(false);
    }
}
