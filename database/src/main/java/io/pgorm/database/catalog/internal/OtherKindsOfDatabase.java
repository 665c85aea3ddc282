package io.pgorm.database.catalog.internal;

import java.util.ArrayList;
import java.util.List;

/** What stands in no schema: parts of one query. */
final class OtherKindsOfDatabase {

    private OtherKindsOfDatabase() {}

    static List<String> parts(CatalogSession session) {
        List<String> parts =
                new ArrayList<>(List.of(ACCESS_METHODS, LANGUAGES, TRANSFORMS, EVENT_TRIGGERS, WRAPPERS, SERVERS));
        parts.add(publications(session));
        return parts;
    }

    private static final String ACCESS_METHODS = """
            SELECT 'pg_am', o.oid::int8, 'ACCESS METHOD', quote_ident(o.amname),
                   'CREATE ACCESS METHOD ' || quote_ident(o.amname) || ' TYPE '
                   || CASE o.amtype WHEN 'i' THEN 'INDEX' ELSE 'TABLE' END || ' HANDLER ' || o.amhandler::text, NULL
            FROM pg_am o WHERE o.oid >= 16384 AND {OWN}
            """.replace("{OWN}", CatalogSession.ownNotExtensions("pg_am", "o"));

    private static final String LANGUAGES = """
            SELECT 'pg_language', o.oid::int8, 'LANGUAGE', quote_ident(o.lanname),
                   'CREATE ' || CASE WHEN o.lanpltrusted THEN 'TRUSTED ' ELSE '' END || 'LANGUAGE ' || quote_ident(o.lanname)
                   || ' HANDLER ' || o.lanplcallfoid::regproc::text
                   || CASE WHEN o.laninline <> 0 THEN ' INLINE ' || o.laninline::regproc::text ELSE '' END
                   || CASE WHEN o.lanvalidator <> 0 THEN ' VALIDATOR ' || o.lanvalidator::regproc::text ELSE '' END,
                   pg_get_userbyid(o.lanowner)
            FROM pg_language o WHERE o.oid >= 16384 AND o.lanplcallfoid <> 0 AND {OWN}
            """.replace("{OWN}", CatalogSession.ownNotExtensions("pg_language", "o"));

    private static final String TRANSFORMS = """
            SELECT 'pg_transform', o.oid::int8, 'TRANSFORM',
                   'FOR ' || format_type(o.trftype, NULL) || ' LANGUAGE ' || quote_ident(l.lanname),
                   'CREATE TRANSFORM FOR ' || format_type(o.trftype, NULL) || ' LANGUAGE ' || quote_ident(l.lanname) || ' ('
                   || concat_ws(', ',
                        CASE WHEN o.trffromsql <> 0 THEN 'FROM SQL WITH FUNCTION ' || o.trffromsql::regprocedure::text END,
                        CASE WHEN o.trftosql <> 0 THEN 'TO SQL WITH FUNCTION ' || o.trftosql::regprocedure::text END) || ')', NULL
            FROM pg_transform o JOIN pg_language l ON l.oid = o.trflang WHERE {OWN}
            """.replace("{OWN}", CatalogSession.ownNotExtensions("pg_transform", "o"));

    private static final String EVENT_TRIGGERS =
            """
            SELECT 'pg_event_trigger', o.oid::int8, 'EVENT TRIGGER', quote_ident(o.evtname),
                   'CREATE EVENT TRIGGER ' || quote_ident(o.evtname) || ' ON ' || quote_ident(o.evtevent)
                   || coalesce(' WHEN TAG IN (' || (SELECT string_agg(quote_literal(tag), ', ' ORDER BY tag)
                                                    FROM unnest(o.evttags) tag) || ')', '')
                   || ' EXECUTE FUNCTION ' || o.evtfoid::regproc::text || '()', pg_get_userbyid(o.evtowner)
            FROM pg_event_trigger o WHERE {OWN}
            """.replace("{OWN}", CatalogSession.ownNotExtensions("pg_event_trigger", "o"));

    /** Options of a foreign data wrapper and its like; what may be a secret is left out. */
    static String options(String column) {
        return "coalesce((SELECT ' OPTIONS (' || string_agg(quote_ident(option_name) || ' ' || quote_literal(option_value),"
                + " ', ' ORDER BY option_name) || ')' FROM pg_options_to_table(" + column + ") WHERE NOT " + SECRET
                + "), '')";
    }

    static final String SECRET = "option_name ~* 'pass|secret|token|credential|key$'";

    private static final String WRAPPERS = """
            SELECT 'pg_foreign_data_wrapper', o.oid::int8, 'FOREIGN DATA WRAPPER', quote_ident(o.fdwname),
                   'CREATE FOREIGN DATA WRAPPER ' || quote_ident(o.fdwname)
                   || CASE WHEN o.fdwhandler <> 0 THEN ' HANDLER ' || o.fdwhandler::regproc::text ELSE '' END
                   || CASE WHEN o.fdwvalidator <> 0 THEN ' VALIDATOR ' || o.fdwvalidator::regproc::text ELSE '' END
                   || {OPTIONS}, pg_get_userbyid(o.fdwowner)
            FROM pg_foreign_data_wrapper o WHERE {OWN}
            """.replace("{OPTIONS}", options("o.fdwoptions"))
            .replace("{OWN}", CatalogSession.ownNotExtensions("pg_foreign_data_wrapper", "o"));

    private static final String SERVERS = """
            SELECT 'pg_foreign_server', o.oid::int8, 'SERVER', quote_ident(o.srvname),
                   'CREATE SERVER ' || quote_ident(o.srvname) || coalesce(' TYPE ' || quote_literal(o.srvtype), '')
                   || coalesce(' VERSION ' || quote_literal(o.srvversion), '') || ' FOREIGN DATA WRAPPER '
                   || quote_ident(w.fdwname) || {OPTIONS}, pg_get_userbyid(o.srvowner)
            FROM pg_foreign_server o JOIN pg_foreign_data_wrapper w ON w.oid = o.srvfdw WHERE {OWN}
            """.replace("{OPTIONS}", options("o.srvoptions"))
            .replace("{OWN}", CatalogSession.ownNotExtensions("pg_foreign_server", "o"));

    private static String publications(CatalogSession session) {
        String tables = """
                SELECT string_agg('TABLE ' || m.prrelid::regclass::text || {COLUMNS} || {FILTER}, ', '
                                  ORDER BY m.prrelid::regclass::text)
                FROM pg_publication_rel m WHERE m.prpubid = o.oid
                """.replace("{COLUMNS}", session.since(15, """
                                coalesce(' (' || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
                                                  FROM pg_attribute a WHERE a.attrelid = m.prrelid
                                                  AND a.attnum = ANY (m.prattrs::int2[])) || ')', '')""", "''")).replace(
                "{FILTER}",
                session.since(15, "coalesce(' WHERE (' || pg_get_expr(m.prqual, m.prrelid, true) || ')', '')", "''"));
        // before 15 the word stands once
        if (session.major() < 15) {
            tables = tables.replace("'TABLE ' || ", "").replaceFirst("string_agg", "'TABLE ' || string_agg");
        }
        String schemas = session.since(15, """
                (SELECT string_agg('TABLES IN SCHEMA ' || quote_ident(s.nspname), ', ' ORDER BY s.nspname)
                 FROM pg_publication_namespace m JOIN pg_namespace s ON s.oid = m.pnnspid WHERE m.pnpubid = o.oid)""", "NULL");
        return """
            SELECT 'pg_publication', o.oid::int8, 'PUBLICATION', quote_ident(o.pubname),
                   'CREATE PUBLICATION ' || quote_ident(o.pubname)
                   || CASE WHEN o.puballtables THEN ' FOR ALL TABLES'
                      ELSE coalesce(' FOR ' || nullif(concat_ws(', ', ({TABLES}), {SCHEMAS}), ''), '') END
                   || ' WITH (publish = ' || quote_literal(concat_ws(', ', CASE WHEN o.pubinsert THEN 'insert' END,
                        CASE WHEN o.pubupdate THEN 'update' END, CASE WHEN o.pubdelete THEN 'delete' END,
                        CASE WHEN o.pubtruncate THEN 'truncate' END))
                   || CASE WHEN o.pubviaroot THEN ', publish_via_partition_root = true' ELSE '' END || {GENERATED} || ')',
                   pg_get_userbyid(o.pubowner)
            FROM pg_publication o WHERE {OWN}
            """.replace("{TABLES}", tables)
                .replace("{SCHEMAS}", schemas)
                .replace(
                        "{GENERATED}",
                        session.since(
                                18,
                                "CASE WHEN o.pubgencols = 's' THEN ', publish_generated_columns = stored' ELSE '' END",
                                "''"))
                .replace("{OWN}", CatalogSession.ownNotExtensions("pg_publication", "o"));
    }
}
