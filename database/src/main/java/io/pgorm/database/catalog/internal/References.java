package io.pgorm.database.catalog.internal;

import io.pgorm.ir.SqlObject.Reference;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the objects without a record need, and what needs them, as pg_depend knows it. A part, such as a default, stands
 * for the object that has it. Immutable once read.
 */
final class References {

    /** The catalogs whose objects are made by SQL; of pg_proc and pg_class only some are. */
    private static final String SQL_CATALOGS = """
            'pg_collation'::regclass, 'pg_rewrite'::regclass, 'pg_operator'::regclass, 'pg_opfamily'::regclass,
            'pg_opclass'::regclass, 'pg_amop'::regclass, 'pg_amproc'::regclass, 'pg_statistic_ext'::regclass,
            'pg_ts_parser'::regclass, 'pg_ts_template'::regclass, 'pg_ts_dict'::regclass, 'pg_ts_config'::regclass,
            'pg_conversion'::regclass, 'pg_cast'::regclass, 'pg_am'::regclass, 'pg_language'::regclass,
            'pg_transform'::regclass, 'pg_event_trigger'::regclass, 'pg_foreign_data_wrapper'::regclass,
            'pg_foreign_server'::regclass, 'pg_publication'::regclass, 'pg_publication_rel'::regclass
            """;

    private static final String QUERY = """
            WITH edges AS MATERIALIZED (
                SELECT DISTINCT d.classid, d.objid, d.refclassid, d.refobjid
                FROM pg_depend d
                WHERE d.deptype IN ('n', 'a', 'i') AND d.objid >= 16384 AND d.refobjid >= 16384
                  AND (d.classid IN ({SQL}) OR d.refclassid IN ({SQL})
                       OR d.classid = 'pg_proc'::regclass AND d.objid IN (SELECT oid FROM pg_proc WHERE prokind = 'a' OR probin IS NOT NULL)
                       OR d.refclassid = 'pg_proc'::regclass AND d.refobjid IN (SELECT oid FROM pg_proc WHERE prokind = 'a' OR probin IS NOT NULL)
                       OR d.classid = 'pg_class'::regclass AND d.objid IN (SELECT oid FROM pg_class WHERE relkind = 'f')
                       OR d.refclassid = 'pg_class'::regclass AND d.refobjid IN (SELECT oid FROM pg_class WHERE relkind = 'f'))
            ), ends AS (
                SELECT classid, objid FROM edges UNION SELECT refclassid, refobjid FROM edges
            ), parts AS (
                SELECT e.classid, e.objid, 'pg_class'::regclass AS catalog, ad.adrelid AS oid
                FROM ends e JOIN pg_attrdef ad ON e.classid = 'pg_attrdef'::regclass AND ad.oid = e.objid
                UNION ALL
                SELECT e.classid, e.objid, CASE WHEN k.contypid <> 0 THEN 'pg_type'::regclass ELSE 'pg_class'::regclass END,
                       greatest(k.conrelid::int8, k.contypid::int8)::oid
                FROM ends e JOIN pg_constraint k ON e.classid = 'pg_constraint'::regclass AND k.oid = e.objid
                UNION ALL
                SELECT e.classid, e.objid, 'pg_class'::regclass, r.ev_class
                FROM ends e JOIN pg_rewrite r ON e.classid = 'pg_rewrite'::regclass AND r.oid = e.objid AND r.rulename = '_RETURN'
                UNION ALL
                SELECT e.classid, e.objid, 'pg_class'::regclass, t.tgrelid
                FROM ends e JOIN pg_trigger t ON e.classid = 'pg_trigger'::regclass AND t.oid = e.objid
                UNION ALL
                SELECT e.classid, e.objid, 'pg_class'::regclass, p.polrelid
                FROM ends e JOIN pg_policy p ON e.classid = 'pg_policy'::regclass AND p.oid = e.objid
                UNION ALL
                SELECT e.classid, e.objid, 'pg_class'::regclass, i.indrelid
                FROM ends e JOIN pg_index i ON e.classid = 'pg_class'::regclass AND i.indexrelid = e.objid
                UNION ALL
                SELECT e.classid, e.objid, 'pg_type'::regclass, c.reltype
                FROM ends e JOIN pg_class c ON e.classid = 'pg_class'::regclass AND c.oid = e.objid AND c.relkind = 'c'
                UNION ALL
                SELECT e.classid, e.objid, CASE WHEN c.relkind <> 'c' THEN 'pg_class'::regclass ELSE 'pg_type'::regclass END,
                       CASE WHEN c.relkind <> 'c' THEN c.oid ELSE b.oid END
                FROM ends e JOIN pg_type t ON e.classid = 'pg_type'::regclass AND t.oid = e.objid
                JOIN pg_type b ON b.oid = CASE WHEN t.typcategory = 'A' AND t.typelem <> 0 THEN t.typelem ELSE t.oid END
                LEFT JOIN pg_class c ON c.oid = b.typrelid
                UNION ALL
                SELECT e.classid, e.objid, 'pg_opclass'::regclass, d.refobjid
                FROM ends e JOIN pg_depend d ON d.classid = e.classid AND d.objid = e.objid
                WHERE e.classid IN ('pg_amop'::regclass, 'pg_amproc'::regclass)
                  AND d.refclassid = 'pg_opclass'::regclass AND d.deptype = 'i'
                UNION ALL
                SELECT e.classid, e.objid, 'pg_publication'::regclass, m.prpubid
                FROM ends e JOIN pg_publication_rel m ON e.classid = 'pg_publication_rel'::regclass AND m.oid = e.objid
            )
            SELECT DISTINCT coalesce(p.catalog, d.classid::regclass)::text AS catalog, coalesce(p.oid, d.objid)::int8 AS oid,
                   coalesce(r.catalog, d.refclassid::regclass)::text AS other_catalog, coalesce(r.oid, d.refobjid)::int8 AS other
            FROM edges d
            LEFT JOIN parts p ON p.classid = d.classid AND p.objid = d.objid
            LEFT JOIN parts r ON r.classid = d.refclassid AND r.objid = d.refobjid
            """.replace("{SQL}", SQL_CATALOGS);

    private record Key(String catalog, long oid) {}

    private final Map<Key, String> blocks = new LinkedHashMap<>();
    private final Map<Key, Set<Key>> needs = new LinkedHashMap<>();
    private final Map<Key, Set<Key>> neededBy = new LinkedHashMap<>();
    private final Found found;

    private References(List<SqlRow> rows, Found found) {
        this.found = found;
        rows.forEach(row -> blocks.put(new Key(row.catalog(), row.oid()), row.id()));
    }

    static References read(CatalogSession session, List<SqlRow> rows, Found found) throws SQLException {
        References references = new References(rows, found);
        session.list(QUERY, row -> {
            Key from = new Key(row.text("catalog"), row.number("oid"));
            Key to = new Key(row.text("other_catalog"), row.number("other"));
            if (!from.equals(to)) {
                references
                        .needs
                        .computeIfAbsent(from, key -> new LinkedHashSet<>())
                        .add(to);
                references
                        .neededBy
                        .computeIfAbsent(to, key -> new LinkedHashSet<>())
                        .add(from);
            }
            return from;
        });
        return references;
    }

    /** What has to be there before it. */
    List<Reference> after(SqlRow row) {
        return references(needs.getOrDefault(new Key(row.catalog(), row.oid()), Set.of()), true);
    }

    /** What has to wait for it, those aside that say so themselves. */
    List<Reference> before(SqlRow row) {
        return references(neededBy.getOrDefault(new Key(row.catalog(), row.oid()), Set.of()), false);
    }

    private List<Reference> references(Set<Key> keys, boolean blocksToo) {
        List<Reference> references = new ArrayList<>();
        for (Key key : keys) {
            Optional<String> block = Optional.ofNullable(blocks.get(key));
            if (block.isPresent()) {
                if (blocksToo) {
                    references.add(new Reference.Block(block.get()));
                }
            } else {
                found.nameOf(key.catalog(), key.oid())
                        .ifPresent(name -> references.add(new Reference.Named(name.name())));
            }
        }
        return references.stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(Reference::toString))
                .toList();
    }
}
