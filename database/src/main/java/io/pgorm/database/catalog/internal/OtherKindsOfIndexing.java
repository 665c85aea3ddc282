package io.pgorm.database.catalog.internal;

/** How indexes are made to work for a type, and statistics over several columns: parts of one query. */
final class OtherKindsOfIndexing {

    private OtherKindsOfIndexing() {}

    /** Always made by itself, though a class without one would make it: so each is there once. */
    static final String FAMILIES = """
            SELECT 'pg_opfamily', o.oid::int8, 'OPERATOR FAMILY', {NAME} || ' USING ' || quote_ident(am.amname),
                   'CREATE OPERATOR FAMILY ' || {NAME} || ' USING ' || quote_ident(am.amname), pg_get_userbyid(o.opfowner)
            FROM pg_opfamily o JOIN pg_namespace n ON n.oid = o.opfnamespace JOIN pg_am am ON am.oid = o.opfmethod
            WHERE o.opfnamespace = ANY (?) AND {OWN}
            """.replace("{NAME}", OtherKinds.name("o.opfname"))
            .replace("{OWN}", CatalogSession.ownNotExtensions("pg_opfamily", "o"));

    static final String CLASSES = """
            SELECT 'pg_opclass', o.oid::int8, 'OPERATOR CLASS', {NAME} || ' USING ' || quote_ident(am.amname),
                   'CREATE OPERATOR CLASS ' || {NAME} || CASE WHEN o.opcdefault THEN ' DEFAULT' ELSE '' END
                   || ' FOR TYPE ' || format_type(o.opcintype, NULL) || ' USING ' || quote_ident(am.amname)
                   || ' FAMILY ' || quote_ident(fn.nspname) || '.' || quote_ident(f.opfname) || ' AS '
                   || concat_ws(', ',
                        (SELECT string_agg('OPERATOR ' || m.amopstrategy || ' ' || m.amopopr::regoperator::text
                                || coalesce((SELECT ' FOR ORDER BY ' || quote_ident(sn.nspname) || '.' || quote_ident(s.opfname)
                                             FROM pg_opfamily s JOIN pg_namespace sn ON sn.oid = s.opfnamespace
                                             WHERE s.oid = m.amopsortfamily), ''), ', ' ORDER BY m.amopstrategy, m.amopopr)
                         FROM pg_amop m JOIN pg_depend d ON d.classid = 'pg_catalog.pg_amop'::regclass AND d.objid = m.oid
                         WHERE d.refclassid = 'pg_catalog.pg_opclass'::regclass AND d.refobjid = o.oid AND d.deptype = 'i'),
                        (SELECT string_agg('FUNCTION ' || m.amprocnum || ' (' || format_type(m.amproclefttype, NULL) || ', '
                                || format_type(m.amprocrighttype, NULL) || ') ' || m.amproc::regprocedure::text, ', '
                                ORDER BY m.amprocnum, m.amproc)
                         FROM pg_amproc m JOIN pg_depend d ON d.classid = 'pg_catalog.pg_amproc'::regclass AND d.objid = m.oid
                         WHERE d.refclassid = 'pg_catalog.pg_opclass'::regclass AND d.refobjid = o.oid AND d.deptype = 'i'),
                        CASE WHEN o.opckeytype <> 0 THEN 'STORAGE ' || format_type(o.opckeytype, NULL) END),
                   pg_get_userbyid(o.opcowner)
            FROM pg_opclass o JOIN pg_namespace n ON n.oid = o.opcnamespace JOIN pg_am am ON am.oid = o.opcmethod
            JOIN pg_opfamily f ON f.oid = o.opcfamily JOIN pg_namespace fn ON fn.oid = f.opfnamespace
            WHERE o.opcnamespace = ANY (?) AND {OWN}
            """.replace("{NAME}", OtherKinds.name("o.opcname"))
            .replace("{OWN}", CatalogSession.ownNotExtensions("pg_opclass", "o"));

    static final String STATISTICS = """
            SELECT 'pg_statistic_ext', o.oid::int8, 'STATISTICS', {NAME},
                   -- the server has the columns by their numbers, which say nothing
                   replace(pg_get_statisticsobjdef(o.oid), ' ON ' || pg_get_statisticsobjdef_columns(o.oid) || ' FROM ',
                           ' ON ' || concat_ws(', ',
                               (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname COLLATE "C")
                                FROM pg_attribute a WHERE a.attrelid = o.stxrelid AND a.attnum = ANY (o.stxkeys)),
                               (SELECT string_agg('(' || e || ')', ', ' ORDER BY e COLLATE "C")
                                FROM unnest(pg_get_statisticsobjdef_expressions(o.oid)) e)) || ' FROM '),
                   pg_get_userbyid(o.stxowner)
            FROM pg_statistic_ext o JOIN pg_namespace n ON n.oid = o.stxnamespace
            WHERE o.stxnamespace = ANY (?) AND {OWN}
            """.replace("{NAME}", OtherKinds.name("o.stxname"))
            .replace("{OWN}", CatalogSession.ownNotExtensions("pg_statistic_ext", "o"));
}
