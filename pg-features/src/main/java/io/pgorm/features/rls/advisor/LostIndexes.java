package io.pgorm.features.rls.advisor;

import io.pgorm.features.rls.advisor.Asking.Plan;
import io.pgorm.ir.spi.Advisor.Advice;
import io.pgorm.ir.spi.Advisor.Weight;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Indexes that a query of the role cannot use: their operator could tell of rows that a policy hides (by an error, or the time
 * it takes), so that PostgreSQL asks the policy first, for every row. Each is tried, with the policies and without. Stateless.
 */
final class LostIndexes {

    /** The indexes of tables with policies whose operator is not leakproof, and one such operator of each. */
    private static final String CANDIDATES = """
            SELECT DISTINCT ON (i.indexrelid) t.oid::pg_catalog.regclass::text, c.relname,
                   pg_catalog.pg_get_indexdef(i.indexrelid, 1, true), o.oprname, on_.nspname,
                   pg_catalog.format_type(CASE WHEN r.typtype = 'p' THEN key.atttypid ELSE o.oprright END, NULL), f.oid::pg_catalog.regprocedure::text, k.opcintype::text,
                   f.oid::text
            FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            JOIN pg_catalog.pg_class t ON t.oid = i.indrelid AND t.relrowsecurity
            JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
            JOIN pg_catalog.pg_opclass k ON k.oid = i.indclass[0]
            JOIN pg_catalog.pg_amop a ON a.amopfamily = k.opcfamily AND a.amoppurpose = 's' AND a.amoplefttype = k.opcintype
              -- of an ordered index the one for equality, else any
              AND (k.opcmethod NOT IN (SELECT oid FROM pg_catalog.pg_am WHERE amname IN ('btree', 'hash'))
                OR a.amoprighttype = k.opcintype AND a.amopstrategy = CASE (SELECT amname FROM pg_catalog.pg_am
                  WHERE oid = k.opcmethod) WHEN 'hash' THEN 1 ELSE 3 END)
            JOIN pg_catalog.pg_operator o ON o.oid = a.amopopr AND o.oprresult = 'bool'::pg_catalog.regtype
            JOIN pg_catalog.pg_namespace on_ ON on_.oid = o.oprnamespace
            JOIN pg_catalog.pg_proc f ON f.oid = o.oprcode AND NOT f.proleakproof
            JOIN pg_catalog.pg_attribute key ON key.attrelid = i.indexrelid AND key.attnum = 1
            -- of the types that stand for others only ranges: what is compared with one is a range like it
            JOIN pg_catalog.pg_type r ON r.oid = o.oprright
              AND (r.typtype <> 'p' OR r.oid = 'anyrange'::pg_catalog.regtype AND k.opcintype = r.oid)
            WHERE i.indisvalid AND i.indpred IS NULL AND %s
              AND EXISTS (SELECT FROM pg_catalog.pg_policy p WHERE p.polrelid = t.oid)
            ORDER BY i.indexrelid, a.amopstrategy""".formatted(Asking.OWN_TABLES);

    /**
     * The functions of the same extension that find by the index as its operator does, ST_DWithin of PostGIS: of a condition
     * it is the function itself that has to be leakproof.
     */
    private static final String FUNCTIONS = """
            SELECT f.oid::pg_catalog.regprocedure::text
            FROM pg_catalog.pg_proc f
            JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = f.oid
              AND d.deptype = 'e'
            WHERE f.proargtypes[0] = ?::pg_catalog.oid AND f.prosupport <> 0 AND NOT f.proleakproof
              AND f.prorettype = 'bool'::pg_catalog.regtype
              AND d.refobjid = (SELECT o.refobjid FROM pg_catalog.pg_depend o WHERE o.deptype = 'e'
                AND o.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND o.objid = ?::pg_catalog.oid)
            ORDER BY 1""";

    private LostIndexes() {}

    static List<Advice> of(Asking asking) throws SQLException {
        List<Advice> advice = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (List<String> row : asking.rows(CANDIDATES)) {
            String operator = "OPERATOR(\"" + row.get(4).replace("\"", "\"\"") + "\"." + row.get(3) + ")";
            String query = "SELECT * FROM " + row.get(0) + " WHERE (" + row.get(2) + ") " + operator + " $1";
            Optional<Plan> held = asking.asRole(query, row.get(5));
            boolean lost = held.isPresent()
                    && !held.get().indexes().contains(row.get(1))
                    && asking.withoutPolicies(query, row.get(5))
                            .filter(free -> free.indexes().contains(row.get(1)))
                            .isPresent();
            if (lost && seen.add(row.get(1))) {
                advice.add(advice(asking, row, held.get()));
            }
        }
        return advice;
    }

    private static Advice advice(Asking asking, List<String> row, Plan plan) throws SQLException {
        String table = row.get(0);
        String index = row.get(1);
        String operator = row.get(3);
        String function = row.get(6);
        List<String> functions = asking.rows(FUNCTIONS, row.get(7), row.get(8)).stream()
                .map(found -> found.get(0))
                .toList();
        boolean narrowed = PolicyColumns.haveIndex(asking, table);
        String finding = "under the policies " + operator + " does not use this index of " + table + ", for " + function
                + " is not leakproof: the policy is asked first, for "
                + (narrowed ? "the rows that an index of its own column finds" : "every row");
        return new Advice(
                narrowed ? Weight.NOTE : Weight.SLOW,
                index,
                finding,
                cure(table, function, functions, narrowed),
                Optional.of(plan.text()));
    }

    private static String cure(String table, String function, List<String> functions, boolean narrowed) {
        String rest = "where one identity has many rows: partition " + table
                + " by the column of the policy, or search in a"
                + " SECURITY DEFINER function that repeats the policy's condition; a superuser may also vouch for the function"
                + " (ALTER FUNCTION " + function + " LEAKPROOF"
                + (functions.isEmpty() ? "" : "; the same for that of the condition: " + String.join(", ", functions))
                + "), which gives up what the rule is for";
        return narrowed
                ? "good enough where each identity has few rows; " + rest
                : "an index on the column of the policy first; " + rest;
    }
}
