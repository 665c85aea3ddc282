package io.pgorm.client.internal;

import io.pgorm.client.ModelTable;
import io.pgorm.client.RowSecurityCheck;
import io.pgorm.client.error.RowSecurityBypassed;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a role that this client acts as sees past the policies of the tables it knows. */
public final class RowSecurity {

    private static final Logger LOG = LoggerFactory.getLogger("io.pgorm.client.security");

    private static final String QUESTION = """
            SELECT r.rolname, r.rolsuper, r.rolbypassrls,
                   string_agg(DISTINCT c.oid::regclass::text, ', ')
                     FILTER (WHERE NOT c.relforcerowsecurity AND pg_has_role(r.oid, c.relowner, 'USAGE'))
            FROM pg_roles r, pg_class c
            WHERE c.relrowsecurity AND c.relkind IN ('r', 'p') AND c.relname = ANY (string_to_array(?, chr(10)))
              AND (r.rolname = current_user OR r.rolname = ANY (string_to_array(?, chr(10))))
            GROUP BY r.rolname, r.rolsuper, r.rolbypassrls
            ORDER BY r.rolname
            """.strip();

    private RowSecurity() {}

    /**
     * One round trip, where there is something to look at.
     *
     * @param roles those that sessions may take on
     * @throws RowSecurityBypassed if a role does not obey, and the check says so
     */
    public static void check(
            Channel channel, RowSecurityCheck check, Set<String> roles, List<? extends ModelTable<?>> tables) {
        if (check == RowSecurityCheck.OFF || tables.isEmpty()) {
            return;
        }
        List<String> names =
                tables.stream().map(table -> table.model().table().getName()).toList();
        Binder text = Binder.of(SQLDataType.CLOB);
        Rendered question = new Rendered(
                QUESTION,
                List.of(
                        new Rendered.Bound(text, String.join("\n", names)),
                        new Rendered.Bound(text, String.join("\n", roles))));
        List<String> problems =
                channel.send(Identity.NONE, Channel.Scope.STATEMENT, List.of(question), new Object[0], outcomes -> {
                    List<String> found = new ArrayList<>();
                    ResultSet rows = outcomes.get(0).requireRows();
                    while (rows.next()) {
                        problem(
                                        rows.getString(1),
                                        rows.getBoolean(2),
                                        rows.getBoolean(3),
                                        Optional.ofNullable(rows.getString(4)))
                                .ifPresent(found::add);
                    }
                    return found;
                });
        if (problems.isEmpty()) {
            return;
        }
        String message = "row level security does not hold for this client: " + String.join("; ", problems)
                + ". Log in as a role that neither owns the tables nor is a superuser nor has BYPASSRLS"
                + " (or set ClientOptions.withRowSecurityCheck)";
        if (check == RowSecurityCheck.REFUSE) {
            throw new RowSecurityBypassed(message);
        }
        LOG.warn("{}", message);
    }

    private static Optional<String> problem(String role, boolean superuser, boolean bypasses, Optional<String> owned) {
        if (superuser) {
            return Optional.of("role " + role + " is a superuser");
        }
        if (bypasses) {
            return Optional.of("role " + role + " has BYPASSRLS");
        }
        return owned.map(
                tables -> "role " + role + " owns " + tables + ", which does not say FORCE ROW LEVEL SECURITY");
    }
}
