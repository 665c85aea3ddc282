package io.pgorm.database.catalog.internal;

/** Full text search: parts of one query. */
final class OtherKindsOfSearch {

    private OtherKindsOfSearch() {}

    static final String PARSERS = """
            SELECT 'pg_ts_parser', o.oid::int8, 'TEXT SEARCH PARSER', {NAME},
                   'CREATE TEXT SEARCH PARSER ' || {NAME} || ' (START = ' || o.prsstart::text || ', GETTOKEN = '
                   || o.prstoken::text || ', END = ' || o.prsend::text || ', LEXTYPES = ' || o.prslextype::text
                   || CASE WHEN o.prsheadline <> 0 THEN ', HEADLINE = ' || o.prsheadline::text ELSE '' END || ')', NULL
            FROM pg_ts_parser o JOIN pg_namespace n ON n.oid = o.prsnamespace
            WHERE o.prsnamespace = ANY (?) AND {OWN}
            """.replace("{NAME}", OtherKinds.name("o.prsname"))
            .replace("{OWN}", CatalogSession.ownNotExtensions("pg_ts_parser", "o"));

    static final String TEMPLATES = """
            SELECT 'pg_ts_template', o.oid::int8, 'TEXT SEARCH TEMPLATE', {NAME},
                   'CREATE TEXT SEARCH TEMPLATE ' || {NAME} || ' ('
                   || CASE WHEN o.tmplinit <> 0 THEN 'INIT = ' || o.tmplinit::text || ', ' ELSE '' END
                   || 'LEXIZE = ' || o.tmpllexize::text || ')', NULL
            FROM pg_ts_template o JOIN pg_namespace n ON n.oid = o.tmplnamespace
            WHERE o.tmplnamespace = ANY (?) AND {OWN}
            """.replace("{NAME}", OtherKinds.name("o.tmplname"))
            .replace("{OWN}", CatalogSession.ownNotExtensions("pg_ts_template", "o"));

    static final String DICTIONARIES = """
            SELECT 'pg_ts_dict', o.oid::int8, 'TEXT SEARCH DICTIONARY', {NAME},
                   'CREATE TEXT SEARCH DICTIONARY ' || {NAME} || ' (TEMPLATE = ' || quote_ident(tn.nspname) || '.'
                   || quote_ident(t.tmplname) || coalesce(', ' || o.dictinitoption, '') || ')', pg_get_userbyid(o.dictowner)
            FROM pg_ts_dict o JOIN pg_namespace n ON n.oid = o.dictnamespace
            JOIN pg_ts_template t ON t.oid = o.dicttemplate JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
            WHERE o.dictnamespace = ANY (?) AND {OWN}
            """.replace("{NAME}", OtherKinds.name("o.dictname"))
            .replace("{OWN}", CatalogSession.ownNotExtensions("pg_ts_dict", "o"));

    /** Without its mappings, which are statements of their own. */
    static final String CONFIGURATIONS = """
            SELECT 'pg_ts_config', o.oid::int8, 'TEXT SEARCH CONFIGURATION', {NAME},
                   'CREATE TEXT SEARCH CONFIGURATION ' || {NAME} || ' (PARSER = ' || quote_ident(pn.nspname) || '.'
                   || quote_ident(p.prsname) || ')', pg_get_userbyid(o.cfgowner)
            FROM pg_ts_config o JOIN pg_namespace n ON n.oid = o.cfgnamespace
            JOIN pg_ts_parser p ON p.oid = o.cfgparser JOIN pg_namespace pn ON pn.oid = p.prsnamespace
            WHERE o.cfgnamespace = ANY (?) AND {OWN}
            """.replace("{NAME}", OtherKinds.name("o.cfgname"))
            .replace("{OWN}", CatalogSession.ownNotExtensions("pg_ts_config", "o"));
}
