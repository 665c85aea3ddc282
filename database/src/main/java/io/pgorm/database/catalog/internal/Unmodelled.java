package io.pgorm.database.catalog.internal;

import java.sql.SQLException;

/** What the catalog holds and neither the IR nor a statement says: a line for each. Stateless. */
final class Unmodelled {

    private Unmodelled() {}

    private static final String QUERY = """
            SELECT 'subscription ' || quote_ident(s.subname) AS line
            FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid WHERE d.datname = current_database()
            UNION ALL
            SELECT 'setting of the database' || coalesce(' for role ' || quote_ident(r.rolname), '') || ': ' || setting
            FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase LEFT JOIN pg_roles r ON r.oid = s.setrole,
                 LATERAL unnest(s.setconfig) setting
            WHERE d.datname = current_database()
            UNION ALL
            SELECT 'user mapping for ' || u.usename || ' on server ' || quote_ident(u.srvname) FROM pg_user_mappings u
            UNION ALL
            SELECT 'option ' || option_name || ' of server ' || quote_ident(s.srvname) || ', which may be a secret'
            FROM pg_foreign_server s, LATERAL pg_options_to_table(s.srvoptions) WHERE {SECRET}
            UNION ALL
            SELECT 'security label of ' || l.provider || ' on ' || l.objtype || ' ' || l.objname FROM pg_seclabels l
            WHERE l.objtype NOT IN ('database', 'role', 'tablespace')
            UNION ALL
            SELECT 'type ' || t.oid::regtype || ' is a shell without a definition'
            FROM pg_type t WHERE NOT t.typisdefined AND t.typnamespace = ANY (?)
            UNION ALL
            SELECT 'triggers of a foreign key of ' || t.tgrelid::regclass || ' do not fire as usual: '
                   || pg_get_triggerdef(t.oid, true)
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            WHERE t.tgisinternal AND t.tgenabled <> 'O' AND c.relnamespace = ANY (?)
            UNION ALL
            SELECT 'trigger ' || quote_ident(t.tgname) || ' of partition ' || t.tgrelid::regclass
                   || ' is enabled in another way than that of its parent'
            FROM pg_trigger t JOIN pg_trigger p ON p.oid = t.tgparentid JOIN pg_class c ON c.oid = t.tgrelid
            WHERE t.tgenabled <> p.tgenabled AND NOT t.tgisinternal AND c.relnamespace = ANY (?)
            UNION ALL
            SELECT pg_describe_object(d.classid, d.objid, d.objsubid) || ' depends on '
                   || pg_describe_object(d.refclassid, d.refobjid, d.refobjsubid)
            FROM pg_depend d WHERE d.deptype = 'x' AND d.classid <> 'pg_catalog.pg_class'::regclass
            UNION ALL
            SELECT 'privileges on ' || pg_describe_object(x.classid, x.objid, 0) || ', which belongs to an extension'
            FROM (SELECT 'pg_class'::regclass AS classid, oid AS objid, relacl AS acl FROM pg_class
                  UNION ALL SELECT 'pg_proc'::regclass, oid, proacl FROM pg_proc
                  UNION ALL SELECT 'pg_type'::regclass, oid, typacl FROM pg_type
                  UNION ALL SELECT 'pg_namespace'::regclass, oid, nspacl FROM pg_namespace) x
            JOIN pg_depend e ON e.classid = x.classid AND e.objid = x.objid AND e.deptype = 'e'
            LEFT JOIN pg_init_privs p ON p.classoid = x.classid AND p.objoid = x.objid AND p.objsubid = 0
            WHERE x.acl IS NOT NULL AND x.acl IS DISTINCT FROM p.initprivs
            UNION ALL
            SELECT 'schema ' || quote_ident(n.nspname) || ' belongs to an extension, and ' || count(*)
                   || ' tables and views in it do not'
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_depend e ON e.classid = 'pg_catalog.pg_namespace'::regclass AND e.objid = n.oid AND e.deptype = 'e'
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.oid <> ALL (?) AND {OWN TABLE}
              -- chunks of hypertables, which are what the hypertable is
              AND n.nspname <> '_timescaledb_internal'
            GROUP BY n.nspname
            UNION ALL
            SELECT 'NOT NULL of domain ' || k.contypid::regtype || ' has a name: ' || k.conname
            FROM pg_constraint k JOIN pg_type t ON t.oid = k.contypid
            WHERE k.contype = 'n' AND k.conname !~ '_not_null\\d*$' AND k.connamespace = ANY (?)
            UNION ALL
            SELECT pg_describe_object(d.classid, d.objid, 0) || ', in no operator class'
            FROM pg_depend d JOIN pg_opfamily f ON f.oid = d.refobjid
            WHERE d.refclassid = 'pg_catalog.pg_opfamily'::regclass AND d.deptype = 'a'
              AND d.classid IN ('pg_catalog.pg_amop'::regclass, 'pg_catalog.pg_amproc'::regclass)
              AND f.opfnamespace = ANY (?) AND {OWN}
            """.replace("{SECRET}", OtherKindsOfDatabase.SECRET)
            .replace("{OWN TABLE}", CatalogSession.ownNotExtensions("pg_class", "c"))
            .replace("{OWN}", CatalogSession.ownNotExtensions("pg_opfamily", "f"));

    static void read(CatalogSession session, Found found) throws SQLException {
        session.list(QUERY, row -> row.text("line")).forEach(found::unmodelled);
    }
}
