package io.pgorm.features.rls.advisor;

import io.pgorm.ir.spi.Advisor.Advice;
import io.pgorm.ir.spi.Advisor.Weight;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns that policies look at and no index begins with. Stateless. */
final class PolicyColumns {

    /** A boolean tells two kinds of rows apart, which no index makes quick. */
    private static final String WITHOUT_INDEX = """
            SELECT DISTINCT c.oid::pg_catalog.regclass::text, pg_catalog.quote_ident(a.attname)
            FROM pg_catalog.pg_policy p
            JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
            JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass AND d.objid = p.oid
              AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = c.oid
            JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
            WHERE p.polcmd <> 'a' AND p.polqual IS NOT NULL AND a.attnum > 0
              AND a.atttypid <> 'pg_catalog.bool'::pg_catalog.regtype
              AND (0 = ANY (p.polroles) OR EXISTS (
                SELECT FROM pg_catalog.unnest(p.polroles) role WHERE pg_catalog.pg_has_role(?, role, 'MEMBER')))
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_index i
                WHERE i.indrelid = c.oid AND i.indisvalid AND i.indpred IS NULL AND i.indkey[0] = a.attnum)
            ORDER BY 1, 2""";

    private PolicyColumns() {}

    static List<Advice> of(Asking asking) throws SQLException {
        List<Advice> advice = new ArrayList<>();
        for (List<String> row : asking.rows(WITHOUT_INDEX, asking.question().role())) {
            advice.add(new Advice(
                    Weight.SLOW,
                    row.get(0) + "." + row.get(1),
                    "a policy looks at it, and no index begins with it: each query reads all rows of the table",
                    "@@index([...]) in the schema, which is CREATE INDEX CONCURRENTLY ON " + row.get(0) + " ("
                            + row.get(1) + ")",
                    Optional.empty()));
        }
        return advice;
    }

    /** Whether an index begins with a column that a policy of the table looks at. */
    static boolean haveIndex(Asking asking, String table) throws SQLException {
        return !asking.rows("""
                SELECT 1 FROM pg_catalog.pg_policy p
                JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass AND d.objid = p.oid
                  AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = p.polrelid
                JOIN pg_catalog.pg_index i ON i.indrelid = p.polrelid AND i.indisvalid AND i.indkey[0] = d.refobjsubid
                WHERE p.polrelid = CAST(? AS pg_catalog.regclass) LIMIT 1""", table).isEmpty();
    }
}
