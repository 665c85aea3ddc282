package io.pgorm.features.rls.advisor;

import io.pgorm.ir.spi.Advisor.Advice;
import io.pgorm.ir.spi.Advisor.Weight;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the role could do what no policy lets it. Stateless. */
final class WaysRound {

    private WaysRound() {}

    static List<Advice> of(Asking asking) throws SQLException {
        String role = asking.question().role();
        List<Advice> advice = new ArrayList<>();
        String tables = """
                SELECT c.oid::pg_catalog.regclass::text, pg_catalog.has_table_privilege(?, c.oid, 'TRUNCATE'),
                       NOT c.relforcerowsecurity AND pg_catalog.pg_has_role(?, c.relowner, 'MEMBER')
                FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relrowsecurity AND %s ORDER BY 1""".formatted(Asking.OWN_TABLES);
        for (List<String> row : asking.rows(tables, role, role)) {
            if (row.get(1).equals("t")) {
                advice.add(new Advice(
                        Weight.DANGER,
                        row.get(0),
                        role + " may TRUNCATE it, and no policy is asked about that",
                        "REVOKE TRUNCATE ON " + row.get(0) + " FROM " + role,
                        Optional.empty()));
            }
            if (row.get(2).equals("t")) {
                advice.add(new Advice(
                        Weight.DANGER,
                        row.get(0),
                        role + " owns it, or is a member of the role that does, and policies do not hold for owners",
                        "ALTER TABLE " + row.get(0) + " FORCE ROW LEVEL SECURITY, which @@rls does, or another owner",
                        Optional.empty()));
            }
        }
        advice.addAll(partitions(asking, role));
        return advice;
    }

    private static List<Advice> partitions(Asking asking, String role) throws SQLException {
        String children = """
                SELECT c.oid::pg_catalog.regclass::text, p.oid::pg_catalog.regclass::text
                FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
                JOIN pg_catalog.pg_class p ON p.oid = i.inhparent
                WHERE p.relrowsecurity AND NOT c.relrowsecurity AND pg_catalog.has_table_privilege(?, c.oid, 'SELECT') ORDER BY 1""";
        List<Advice> advice = new ArrayList<>();
        for (List<String> row : asking.rows(children, role)) {
            advice.add(new Advice(
                    Weight.DANGER,
                    row.get(0),
                    role + " may read it by its own name, where the policies of " + row.get(1) + " do not hold",
                    "ALTER TABLE " + row.get(0)
                            + " ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY, or REVOKE ALL ON " + row.get(0)
                            + " FROM " + role,
                    Optional.empty()));
        }
        return advice;
    }
}
