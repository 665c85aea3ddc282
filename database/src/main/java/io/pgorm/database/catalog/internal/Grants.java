package io.pgorm.database.catalog.internal;

import io.pgorm.ir.DefaultPrivilege;
import io.pgorm.ir.Grant;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Privileges: what differs from those that an object has by itself. Who granted them makes no difference. Stateless.
 */
final class Grants {

    private Grants() {}

    /**
     * An object without a list of its own has those by itself; the schema public has others than any other schema. An
     * owner who was given a grant option has not lost what it has by itself.
     */
    private static String query(CatalogSession session) {
        return """
            WITH objects AS (
                SELECT 'pg_class' AS catalog, c.oid, NULL::name AS column, c.relacl AS acl,
                       acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner) AS usual,
                       c.relowner AS owner
                FROM pg_class c WHERE c.relacl IS NOT NULL AND c.relnamespace = ANY (?)
                UNION ALL
                SELECT 'pg_class', a.attrelid, a.attname, a.attacl, acldefault('c', c.relowner),
                       c.relowner
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                WHERE a.attacl IS NOT NULL AND NOT a.attisdropped AND c.relnamespace = ANY (?)
                UNION ALL
                SELECT 'pg_proc', p.oid, NULL, p.proacl, acldefault('f', p.proowner), p.proowner
                FROM pg_proc p WHERE p.proacl IS NOT NULL AND p.pronamespace = ANY (?)
                UNION ALL
                SELECT 'pg_type', t.oid, NULL, t.typacl, acldefault('T', t.typowner), t.typowner
                FROM pg_type t WHERE t.typacl IS NOT NULL AND t.typnamespace = ANY (?)
                UNION ALL
                SELECT 'pg_namespace', n.oid, NULL, coalesce(n.nspacl, acldefault('n', n.nspowner)),
                       acldefault('n', n.nspowner)
                       || CASE WHEN n.nspname = 'public' THEN %s ELSE NULL::aclitem[] END,
                       n.nspowner
                FROM pg_namespace n
                WHERE (n.nspacl IS NOT NULL OR n.nspname = 'public') AND n.oid = ANY (?)
                UNION ALL
                SELECT 'pg_foreign_server', s.oid, NULL, s.srvacl, acldefault('S', s.srvowner), s.srvowner
                FROM pg_foreign_server s WHERE s.srvacl IS NOT NULL
                UNION ALL
                SELECT 'pg_foreign_data_wrapper', w.oid, NULL, w.fdwacl, acldefault('F', w.fdwowner),
                       w.fdwowner
                FROM pg_foreign_data_wrapper w WHERE w.fdwacl IS NOT NULL
                UNION ALL
                SELECT 'pg_language', l.oid, NULL, l.lanacl, acldefault('l', l.lanowner), l.lanowner
                FROM pg_language l WHERE l.lanacl IS NOT NULL
            )
            SELECT o.catalog, o.oid::int8 AS oid, o.column, x.revoke, x.privilege_type AS privilege,
                   x.is_grantable AS grantable,
                   CASE WHEN x.grantee = 0 THEN 'public' ELSE pg_get_userbyid(x.grantee) END AS grantee
            FROM objects o, LATERAL (
                (SELECT false AS revoke, grantee, privilege_type, is_grantable FROM aclexplode(o.acl)
                 EXCEPT SELECT false, grantee, privilege_type, is_grantable FROM aclexplode(o.usual))
                UNION ALL
                (SELECT true, grantee, privilege_type, is_grantable FROM aclexplode(o.usual)
                 EXCEPT SELECT true, grantee, privilege_type, is_grantable AND grantee <> o.owner
                 FROM aclexplode(o.acl))) x
            """.formatted(session.since(
                15,
                "ARRAY[makeaclitem(0, n.nspowner, 'USAGE', false)]",
                "ARRAY[makeaclitem(0, n.nspowner, 'USAGE', false), makeaclitem(0, n.nspowner, 'CREATE', false)]"));
    }

    private record Privilege(
            ObjectName on, Optional<String> column, String grantee, boolean grantable, boolean revoke, String word) {}

    private record Holder(ObjectName on, String grantee, boolean grantable, boolean revoke) {}

    static List<Grant> read(CatalogSession session, Found found) throws SQLException {
        List<Privilege> privileges = new ArrayList<>();
        session.list(query(session), row -> {
            Optional<ObjectName> on = found.nameOf(row.text("catalog"), row.number("oid"));
            on.ifPresent(name -> privileges.add(privilege(row, name)));
            if (on.isEmpty()) {
                Optional<ObjectName> sql = found.sqlOf(row.text("catalog"), row.number("oid"));
                if (sql.isPresent()) {
                    Privilege privilege = privilege(row, sql.get());
                    found.add(PrivilegesOfSql.of(
                            sql.get().name().name(),
                            privilege.word(),
                            privilege.grantee(),
                            privilege.grantable(),
                            privilege.revoke()));
                }
            }
            return on;
        });
        Map<Holder, List<Privilege>> byHolder = new LinkedHashMap<>();
        for (Privilege privilege : privileges) {
            byHolder.computeIfAbsent(
                            new Holder(privilege.on, privilege.grantee, privilege.grantable, privilege.revoke),
                            holder -> new ArrayList<>())
                    .add(privilege);
        }
        List<Grant> grants = new ArrayList<>();
        byHolder.forEach((holder, held) -> grants.addAll(grants(holder, held)));
        return grants.stream().sorted(ORDER).toList();
    }

    private static Privilege privilege(Row row, ObjectName on) {
        try {
            return new Privilege(
                    on,
                    row.optional("column"),
                    row.text("grantee"),
                    row.is("grantable"),
                    row.is("revoke"),
                    row.text("privilege"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final Comparator<Grant> ORDER = Comparator.comparing(
                    (Grant grant) -> grant.on().toString())
            .thenComparing(Grant::grantee)
            .thenComparing(Grant::revoke)
            .thenComparing(Grant::grantable)
            .thenComparing(grant -> grant.columns().toString());

    /** One for the object itself, and one for each set of privileges that some of its columns share. */
    private static List<Grant> grants(Holder holder, List<Privilege> held) {
        List<Grant> grants = new ArrayList<>();
        TreeSet<String> ofObject = new TreeSet<>();
        Map<String, TreeSet<String>> ofColumns = new LinkedHashMap<>();
        for (Privilege privilege : held) {
            if (privilege.column.isEmpty()) {
                ofObject.add(privilege.word);
            } else {
                ofColumns
                        .computeIfAbsent(privilege.column.get(), column -> new TreeSet<>())
                        .add(privilege.word);
            }
        }
        if (!ofObject.isEmpty()) {
            grants.add(grant(holder, ofObject, List.of()));
        }
        Map<TreeSet<String>, TreeSet<String>> columns = new LinkedHashMap<>();
        ofColumns.forEach((column, words) ->
                columns.computeIfAbsent(words, same -> new TreeSet<>()).add(column));
        columns.forEach((words, names) -> grants.add(grant(holder, words, List.copyOf(names))));
        return grants;
    }

    private static Grant grant(Holder holder, Collection<String> words, List<String> columns) {
        return new Grant(
                holder.on,
                List.copyOf(words),
                columns,
                holder.grantee,
                holder.grantable,
                holder.revoke,
                SourceSpan.NONE);
    }

    /** Within a schema only additions are kept; everywhere, the whole list. */
    private static final String DEFAULTS = """
            SELECT pg_get_userbyid(d.defaclrole) AS creator, n.nspname AS schema, d.defaclobjtype AS kind,
                   x.revoke, x.is_grantable AS grantable,
                   array_agg(DISTINCT x.privilege_type ORDER BY x.privilege_type) AS privileges,
                   CASE WHEN x.grantee = 0 THEN 'public' ELSE pg_get_userbyid(x.grantee) END AS grantee
            FROM (SELECT *, CASE WHEN defaclnamespace = 0
                                 THEN acldefault(CASE defaclobjtype WHEN 'S' THEN 's' ELSE defaclobjtype END, defaclrole)
                                 ELSE NULL::aclitem[] END AS usual
                  FROM pg_default_acl) d
            LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace,
            LATERAL (
                (SELECT false AS revoke, grantee, privilege_type, is_grantable FROM aclexplode(d.defaclacl)
                 EXCEPT SELECT false, grantee, privilege_type, is_grantable FROM aclexplode(d.usual))
                UNION ALL
                (SELECT true, grantee, privilege_type, is_grantable FROM aclexplode(d.usual)
                 EXCEPT SELECT true, grantee, privilege_type, is_grantable FROM aclexplode(d.defaclacl))) x
            WHERE d.defaclnamespace = 0 OR d.defaclnamespace = ANY (?)
            GROUP BY 1, 2, 3, 4, 5, 7
            ORDER BY 1, 2 NULLS FIRST, 3, 7, 4, 5
            """;

    /** @param owner the role that goes without saying */
    static List<DefaultPrivilege> readDefaults(CatalogSession session, String owner) throws SQLException {
        return session.list(
                DEFAULTS,
                row -> new DefaultPrivilege(
                        Optional.of(row.text("creator")).filter(creator -> !creator.equals(owner)),
                        row.optional("schema"),
                        objects(row.letter("kind")),
                        row.texts("privileges"),
                        row.text("grantee"),
                        row.is("grantable"),
                        row.is("revoke"),
                        SourceSpan.NONE));
    }

    private static String objects(char kind) {
        return switch (kind) {
            case 'r' -> "TABLES";
            case 'S' -> "SEQUENCES";
            case 'f' -> "FUNCTIONS";
            case 'T' -> "TYPES";
            case 'n' -> "SCHEMAS";
            case 'L' -> "LARGE OBJECTS";
            default -> throw new IllegalStateException("default privileges on objects of kind " + kind);
        };
    }
}
