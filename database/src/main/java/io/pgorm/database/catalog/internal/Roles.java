package io.pgorm.database.catalog.internal;

import io.pgorm.ir.DefaultPrivilege;
import io.pgorm.ir.Grant;
import io.pgorm.ir.Ownership;
import io.pgorm.ir.Policy;
import io.pgorm.ir.Role;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The roles that a database speaks of, and those whose members they are. Stateless. */
final class Roles {

    /** A schema says nothing of passwords, limits and settings. */
    private static final String QUERY = """
            SELECT r.rolname AS name, r.rolcanlogin AS login, r.rolsuper AS superuser, r.rolcreaterole AS create_role,
                   r.rolcreatedb AS create_database, r.rolinherit AS inherit, r.rolreplication AS replication,
                   r.rolbypassrls AS bypass, groups.names AS member_of,
                   array_to_string(ARRAY[CASE WHEN r.rolconnlimit >= 0 THEN 'connection limit ' || r.rolconnlimit END,
                                         CASE WHEN r.rolvaliduntil IS NOT NULL THEN 'valid until ' || r.rolvaliduntil END]
                                   || r.rolconfig, ', ') AS more
            FROM pg_roles r
            LEFT JOIN LATERAL (
                SELECT array_agg(DISTINCT g.rolname ORDER BY g.rolname) AS names
                FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid) groups ON true
            ORDER BY r.rolname COLLATE "C"
            """;

    private record Known(Role role, String more) {}

    private Roles() {}

    /** @param owner the role that goes without saying */
    static List<Role> read(CatalogSession session, Collection<SchemaObject> objects, String owner, Found found)
            throws SQLException {
        Map<String, Known> known = new TreeMap<>();
        session.list(QUERY, row -> new Known(role(row), row.text("more")))
                .forEach(role -> known.put(role.role().name(), role));
        Set<String> wanted = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(named(objects));
        while (!open.isEmpty()) {
            String name = open.remove();
            @Nullable Known role = known.get(name);
            if (role != null && !name.equals(owner) && !name.startsWith("pg_") && wanted.add(name)) {
                open.addAll(role.role().memberOf());
            }
        }
        List<Role> roles = new ArrayList<>();
        known.forEach((name, role) -> {
            if (wanted.contains(name)) {
                roles.add(role.role());
                if (!role.more().isEmpty()) {
                    found.unmodelled("role " + name + ": " + role.more());
                }
            }
        });
        return roles;
    }

    private static Role role(Row row) throws SQLException {
        return new Role(
                row.text("name"),
                row.is("login"),
                row.is("superuser"),
                row.is("create_role"),
                row.is("create_database"),
                row.is("inherit"),
                row.is("replication"),
                row.is("bypass"),
                row.texts("member_of"),
                SourceSpan.NONE);
    }

    private static Set<String> named(Collection<SchemaObject> objects) {
        Set<String> names = new TreeSet<>();
        for (SchemaObject object : objects) {
            switch (object) {
                case Grant grant -> names.add(grant.grantee());
                case Ownership ownership -> names.add(ownership.owner());
                case DefaultPrivilege privilege -> {
                    names.add(privilege.grantee());
                    privilege.creator().ifPresent(names::add);
                }
                case Table table -> table.policies().stream().map(Policy::roles).forEach(names::addAll);
                default -> {}
            }
        }
        names.remove(Grant.PUBLIC);
        return names;
    }
}
