package io.pgorm.database.catalog.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements that make the objects for which the IR has no record, all read in one query. What PostgreSQL cannot
 * print is put together as pg_dump does it. Stateless.
 */
final class OtherKinds {

    private OtherKinds() {}

    /** @param global whether those are read too that stand in no schema */
    static List<SqlRow> read(CatalogSession session, boolean global) throws SQLException {
        List<String> parts = new ArrayList<>(List.of(
                COLLATIONS.formatted(
                        locale(session),
                        session.since(16, "coalesce(', rules = ' || quote_literal(o.collicurules), '')", "''")),
                RULES,
                AGGREGATES,
                OPERATORS,
                OtherKindsOfIndexing.FAMILIES,
                OtherKindsOfIndexing.CLASSES,
                OtherKindsOfIndexing.STATISTICS,
                OtherKindsOfSearch.PARSERS,
                OtherKindsOfSearch.TEMPLATES,
                OtherKindsOfSearch.DICTIONARIES,
                OtherKindsOfSearch.CONFIGURATIONS,
                CONVERSIONS));
        if (global) {
            parts.add(CASTS);
            parts.addAll(OtherKindsOfDatabase.parts(session));
        }
        return session.list(String.join("\nUNION ALL\n", parts), SqlRow::of);
    }

    /** A name in a schema, as DDL takes it; {@code n} is pg_namespace. */
    static String name(String column) {
        return "CASE WHEN n.nspname = 'public' THEN '' ELSE quote_ident(n.nspname) || '.' END || quote_ident(" + column
                + ")";
    }

    private static String locale(CatalogSession session) {
        if (session.major() >= 17) {
            return "o.colllocale";
        }
        return session.major() >= 15 ? "o.colliculocale" : "o.collcollate";
    }

    private static final String COLLATIONS = """
            SELECT 'pg_collation' AS catalog, o.oid::int8 AS oid, 'COLLATION' AS kind, {NAME} AS name,
                   'CREATE COLLATION ' || {NAME} || ' ('
                   || CASE o.collprovider
                      WHEN 'c' THEN 'provider = libc, lc_collate = ' || quote_literal(o.collcollate)
                                    || ', lc_ctype = ' || quote_literal(o.collctype)
                      ELSE 'provider = ' || CASE o.collprovider WHEN 'b' THEN 'builtin' ELSE 'icu' END
                           || ', locale = ' || quote_literal(%s) || %s END
                   || CASE WHEN o.collisdeterministic THEN '' ELSE ', deterministic = false' END || ')' AS create,
                   pg_get_userbyid(o.collowner) AS owner
            FROM pg_collation o JOIN pg_namespace n ON n.oid = o.collnamespace
            WHERE o.collnamespace = ANY (?) AND {OWN}
            """.replace("{NAME}", name("o.collname"))
            .replace("{OWN}", CatalogSession.ownNotExtensions("pg_collation", "o"));

    private static final String RULES = """
            SELECT 'pg_rewrite', o.oid::int8, 'RULE', quote_ident(o.rulename) || ' ON ' || {NAME},
                   rtrim(pg_get_ruledef(o.oid, true), ';'), NULL
            FROM pg_rewrite o JOIN pg_class c ON c.oid = o.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE o.rulename <> '_RETURN' AND c.relnamespace = ANY (?) AND {OWN}
            """.replace("{NAME}", name("c.relname")).replace(
            "{OWN}",
            CatalogSession.ownNotExtensions("pg_rewrite", "o") + " AND "
                    + CatalogSession.ownNotExtensions("pg_class", "c"));

    /** Functions are printed by their names alone: their arguments follow from the aggregate's. */
    private static final String AGGREGATES = """
            SELECT 'pg_proc', p.oid::int8, 'AGGREGATE',
                   {NAME} || '(' || coalesce(nullif(pg_get_function_identity_arguments(p.oid), ''), '*') || ')',
                   'CREATE AGGREGATE ' || {NAME} || '('
                   || coalesce(nullif(pg_get_function_arguments(p.oid), ''), '*') || ') (SFUNC = ' || a.aggtransfn::text
                   || ', STYPE = ' || format_type(a.aggtranstype, NULL)
                   || CASE WHEN a.aggtransspace <> 0 THEN ', SSPACE = ' || a.aggtransspace ELSE '' END
                   || CASE WHEN a.aggfinalfn <> 0 THEN ', FINALFUNC = ' || a.aggfinalfn::text ELSE '' END
                   || CASE WHEN a.aggfinalextra THEN ', FINALFUNC_EXTRA' ELSE '' END
                   || CASE WHEN a.aggfinalmodify <> CASE WHEN a.aggkind = 'n' THEN 'r' ELSE 'w' END::"char"
                      THEN ', FINALFUNC_MODIFY = ' || {MODIFY(a.aggfinalmodify)} ELSE '' END
                   || CASE WHEN a.aggcombinefn <> 0 THEN ', COMBINEFUNC = ' || a.aggcombinefn::text ELSE '' END
                   || CASE WHEN a.aggserialfn <> 0 THEN ', SERIALFUNC = ' || a.aggserialfn::text ELSE '' END
                   || CASE WHEN a.aggdeserialfn <> 0 THEN ', DESERIALFUNC = ' || a.aggdeserialfn::text ELSE '' END
                   || coalesce(', INITCOND = ' || quote_literal(a.agginitval), '')
                   || CASE WHEN a.aggmtransfn <> 0
                      THEN ', MSFUNC = ' || a.aggmtransfn::text || ', MINVFUNC = ' || a.aggminvtransfn::text
                           || ', MSTYPE = ' || format_type(a.aggmtranstype, NULL)
                           || CASE WHEN a.aggmtransspace <> 0 THEN ', MSSPACE = ' || a.aggmtransspace ELSE '' END
                           || CASE WHEN a.aggmfinalfn <> 0 THEN ', MFINALFUNC = ' || a.aggmfinalfn::text ELSE '' END
                           || CASE WHEN a.aggmfinalextra THEN ', MFINALFUNC_EXTRA' ELSE '' END
                           || CASE WHEN a.aggmfinalmodify <> CASE WHEN a.aggkind = 'n' THEN 'r' ELSE 'w' END::"char"
                              THEN ', MFINALFUNC_MODIFY = ' || {MODIFY(a.aggmfinalmodify)} ELSE '' END
                           || coalesce(', MINITCOND = ' || quote_literal(a.aggminitval), '')
                      ELSE '' END
                   || CASE WHEN a.aggsortop <> 0
                      THEN (SELECT ', SORTOP = OPERATOR(' || quote_ident(sn.nspname) || '.' || so.oprname || ')'
                            FROM pg_operator so JOIN pg_namespace sn ON sn.oid = so.oprnamespace WHERE so.oid = a.aggsortop)
                      ELSE '' END
                   || CASE WHEN a.aggkind = 'h' THEN ', HYPOTHETICAL' ELSE '' END
                   || CASE p.proparallel WHEN 's' THEN ', PARALLEL = SAFE' WHEN 'r' THEN ', PARALLEL = RESTRICTED' ELSE '' END
                   || ')',
                   pg_get_userbyid(p.proowner)
            FROM pg_aggregate a JOIN pg_proc p ON p.oid = a.aggfnoid JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE p.pronamespace = ANY (?) AND {OWN}
            """.replace("{NAME}", name("p.proname"))
            .replace("{MODIFY(a.aggfinalmodify)}", modify("a.aggfinalmodify"))
            .replace("{MODIFY(a.aggmfinalmodify)}", modify("a.aggmfinalmodify"))
            .replace("{OWN}", CatalogSession.ownNotExtensions("pg_proc", "p"));

    private static String modify(String column) {
        return "CASE " + column + " WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END";
    }

    /** A commutator or negator that comes later is made as a shell, which its own statement fills. */
    private static final String OPERATORS = """
            SELECT 'pg_operator', o.oid::int8, 'OPERATOR',
                   {NAME} || ' (' || CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END || ', '
                   || format_type(o.oprright, NULL) || ')',
                   'CREATE OPERATOR ' || {NAME} || ' (FUNCTION = ' || o.oprcode::text
                   || CASE WHEN o.oprleft <> 0 THEN ', LEFTARG = ' || format_type(o.oprleft, NULL) ELSE '' END
                   || ', RIGHTARG = ' || format_type(o.oprright, NULL)
                   || coalesce((SELECT ', COMMUTATOR = OPERATOR(' || quote_ident(xn.nspname) || '.' || x.oprname || ')'
                                FROM pg_operator x JOIN pg_namespace xn ON xn.oid = x.oprnamespace WHERE x.oid = o.oprcom), '')
                   || coalesce((SELECT ', NEGATOR = OPERATOR(' || quote_ident(xn.nspname) || '.' || x.oprname || ')'
                                FROM pg_operator x JOIN pg_namespace xn ON xn.oid = x.oprnamespace WHERE x.oid = o.oprnegate), '')
                   || CASE WHEN o.oprrest <> 0 THEN ', RESTRICT = ' || o.oprrest::text ELSE '' END
                   || CASE WHEN o.oprjoin <> 0 THEN ', JOIN = ' || o.oprjoin::text ELSE '' END
                   || CASE WHEN o.oprcanhash THEN ', HASHES' ELSE '' END
                   || CASE WHEN o.oprcanmerge THEN ', MERGES' ELSE '' END || ')',
                   pg_get_userbyid(o.oprowner)
            FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
            WHERE o.oprcode <> 0 AND o.oprnamespace = ANY (?) AND {OWN}
            """.replace(
                    "{NAME}",
                    "CASE WHEN n.nspname = 'public' THEN '' ELSE quote_ident(n.nspname) || '.' END || o.oprname")
            .replace("{OWN}", CatalogSession.ownNotExtensions("pg_operator", "o"));

    private static final String CONVERSIONS = """
            SELECT 'pg_conversion', o.oid::int8, 'CONVERSION', {NAME},
                   'CREATE ' || CASE WHEN o.condefault THEN 'DEFAULT ' ELSE '' END || 'CONVERSION ' || {NAME} || ' FOR '
                   || quote_literal(pg_encoding_to_char(o.conforencoding)) || ' TO '
                   || quote_literal(pg_encoding_to_char(o.contoencoding)) || ' FROM ' || o.conproc::text,
                   pg_get_userbyid(o.conowner)
            FROM pg_conversion o JOIN pg_namespace n ON n.oid = o.connamespace
            WHERE o.connamespace = ANY (?) AND {OWN}
            """.replace("{NAME}", name("o.conname"))
            .replace("{OWN}", CatalogSession.ownNotExtensions("pg_conversion", "o"));

    /** Those between a range and its multirange come with the range. */
    private static final String CASTS = """
            SELECT 'pg_cast', o.oid::int8, 'CAST',
                   '(' || format_type(o.castsource, NULL) || ' AS ' || format_type(o.casttarget, NULL) || ')',
                   'CREATE CAST (' || format_type(o.castsource, NULL) || ' AS ' || format_type(o.casttarget, NULL) || ') '
                   || CASE o.castmethod WHEN 'f' THEN 'WITH FUNCTION ' || o.castfunc::regprocedure::text
                                        WHEN 'i' THEN 'WITH INOUT' ELSE 'WITHOUT FUNCTION' END
                   || CASE o.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' ELSE '' END,
                   NULL
            FROM pg_cast o
            WHERE o.oid >= 16384 AND {OWN}
              AND NOT EXISTS (SELECT FROM pg_depend i WHERE i.classid = 'pg_catalog.pg_cast'::regclass AND i.objid = o.oid
                              AND i.deptype = 'i')
            """.replace("{OWN}", CatalogSession.ownNotExtensions("pg_cast", "o"));
}
