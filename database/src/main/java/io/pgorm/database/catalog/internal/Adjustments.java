package io.pgorm.database.catalog.internal;

import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.SqlObject.Phase;
import io.pgorm.ir.SqlObject.Reference;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What is set on an object in a statement of its own and has no place in the object's record: a statistics target, a
 * disabled rule. Not thread-safe.
 */
final class Adjustments {

    private final Found found;

    Adjustments(Found found) {
        this.found = found;
    }

    /** Those of tables, views and their indexes. */
    void addRelation(RelationRow relation, RelationParts parts) {
        if (relation.forcedRowSecurity() && !relation.rowSecurity()) {
            String alter = "ALTER TABLE " + relation.name().sql();
            add(
                    "row security of table " + relation.name() + ", off but forced",
                    alter + " FORCE ROW LEVEL SECURITY",
                    alter + " NO FORCE ROW LEVEL SECURITY",
                    relation.name(),
                    whole(relation));
        }
        parts.columnsOf(relation.oid()).forEach(column -> addColumn(relation, column));
        parts.indexesOf(relation.oid()).stream().filter(IndexRow::valid).forEach(index -> addIndex(relation, index));
    }

    private void addColumn(RelationRow relation, ColumnRow column) {
        String table = (relation.isView()
                        ? "ALTER " + (relation.kind() == 'm' ? "MATERIALIZED VIEW " : "VIEW ")
                        : "ALTER TABLE ")
                + relation.name().sql() + " ALTER COLUMN " + quote(column.name());
        String id = relation.name() + "." + column.name();
        ObjectName subject = ObjectName.part(ObjectName.Kind.COLUMN, relation.name(), column.name());
        if (column.statistics() >= 0) {
            add(
                    "statistics target of column " + id,
                    table + " SET STATISTICS " + column.statistics(),
                    table + " SET STATISTICS -1",
                    relation.name(),
                    subject);
        }
        if (!column.options().isEmpty()) {
            StorageParameters.of(column.options())
                    .forEach((name, value) -> add(
                            name + " of column " + id,
                            table + " SET (" + name + " = " + value + ")",
                            table + " RESET (" + name + ")",
                            relation.name(),
                            subject));
        }
        if (relation.kind() == 'v' && column.expression().isPresent()) {
            add(
                    "default of column " + id,
                    table + " SET DEFAULT " + StableText.of(column.expression().get()),
                    table + " DROP DEFAULT",
                    relation.name(),
                    subject);
        }
    }

    private void addIndex(RelationRow relation, IndexRow index) {
        String alter = "ALTER INDEX " + index.name().sql();
        ObjectName subject = ObjectName.part(
                index.ofConstraint() ? ObjectName.Kind.CONSTRAINT : ObjectName.Kind.INDEX,
                relation.name(),
                index.name().name());
        if (index.ofConstraint()) {
            StorageParameters.of(index.options())
                    .forEach((name, value) -> add(
                            name + " of index " + index.name(),
                            alter + " SET (" + name + " = '" + value + "')",
                            alter + " RESET (" + name + ")",
                            relation.name(),
                            subject));
            index.tablespace()
                    .ifPresent(space -> add(
                            "tablespace of index " + index.name(),
                            alter + " SET TABLESPACE " + quote(space),
                            alter + " SET TABLESPACE pg_default",
                            relation.name(),
                            subject));
        }
        if (index.clustered()) {
            String cluster = "ALTER " + (relation.kind() == 'm' ? "MATERIALIZED VIEW " : "TABLE ")
                    + relation.name().sql();
            add(
                    "order of table " + relation.name(),
                    cluster + " CLUSTER ON " + quote(index.name().name()),
                    cluster + " SET WITHOUT CLUSTER",
                    relation.name(),
                    subject);
        }
        for (int i = 0; i + 1 < index.statistics().size(); i += 2) {
            String column = alter + " ALTER COLUMN " + index.statistics().get(i) + " SET STATISTICS ";
            add(
                    "statistics target of index " + index.name() + " column "
                            + index.statistics().get(i),
                    column + index.statistics().get(i + 1),
                    column + "-1",
                    relation.name(),
                    subject);
        }
    }

    private static String quote(String name) {
        return io.pgorm.ir.sql.Identifiers.quote(name);
    }

    private static ObjectName whole(RelationRow relation) {
        return ObjectName.of(
                switch (relation.kind()) {
                    case 'v' -> ObjectName.Kind.VIEW;
                    case 'm' -> ObjectName.Kind.MATERIALIZED_VIEW;
                    case 'f' -> ObjectName.Kind.FOREIGN_TABLE;
                    default -> ObjectName.Kind.TABLE;
                },
                relation.name());
    }

    private void add(String id, String sql, String undo, QualifiedName after, ObjectName subject) {
        found.subject(id, subject);
        found.add(new SqlObject(
                id,
                Phase.COMMENTS,
                sql,
                Optional.of(undo),
                List.of(new Reference.Named(after)),
                List.of(),
                SourceSpan.NONE));
    }

    /** Of what has no record: how words are looked up in a text search configuration, what is disabled. */
    void readOthers(CatalogSession session, List<SqlRow> rows) throws SQLException {
        session.list(query(), row -> {
            String catalog = row.text("catalog");
            long oid = row.number("oid");
            String of = rows.stream()
                    .filter(other -> other.catalog().equals(catalog) && other.oid() == oid)
                    .map(SqlRow::id)
                    .findFirst()
                    .orElse("");
            if (!of.isEmpty()) {
                found.add(new SqlObject(
                        row.text("what") + " of " + of,
                        row.text("what").startsWith("mapping") ? Phase.FUNCTIONS : Phase.COMMENTS,
                        row.text("create"),
                        row.optional("undo"),
                        List.of(new Reference.Block(of)),
                        List.of(),
                        SourceSpan.NONE));
            }
            return of;
        });
    }

    private static String query() {
        return MAPPINGS.replace("{NAME}", OtherKinds.name("c.cfgname"))
                + "UNION ALL"
                + STATES.replace("{TABLE}", OtherKinds.name("c.relname"))
                + "UNION ALL"
                + TARGETS.replace("{NAME}", OtherKinds.name("o.stxname"));
    }

    private static final String MAPPINGS = """
            SELECT 'pg_ts_config' AS catalog, m.mapcfg::int8 AS oid,
                   'mapping for ' || string_agg(m.alias, ', ' ORDER BY m.alias) AS what,
                   'ALTER TEXT SEARCH CONFIGURATION ' || m.config || ' ADD MAPPING FOR '
                   || string_agg(m.alias, ', ' ORDER BY m.alias) || ' WITH ' || m.dictionaries AS create,
                   'ALTER TEXT SEARCH CONFIGURATION ' || m.config || ' DROP MAPPING FOR '
                   || string_agg(m.alias, ', ' ORDER BY m.alias) AS undo
            FROM (SELECT m.mapcfg, {NAME} AS config, quote_ident(t.alias) AS alias,
                         string_agg(m.mapdict::regdictionary::text, ', ' ORDER BY m.mapseqno) AS dictionaries
                  FROM pg_ts_config_map m
                  JOIN pg_ts_config c ON c.oid = m.mapcfg JOIN pg_namespace n ON n.oid = c.cfgnamespace,
                  LATERAL ts_token_type(c.cfgparser) t
                  WHERE t.tokid = m.maptokentype AND c.cfgnamespace = ANY (?)
                  GROUP BY 1, 2, 3) m
            GROUP BY m.mapcfg, m.config, m.dictionaries
            """;

    private static final String STATES = """

            SELECT 'pg_rewrite', r.oid::int8, 'state',
                   'ALTER TABLE ' || {TABLE} || CASE r.ev_enabled WHEN 'D' THEN ' DISABLE RULE '
                        WHEN 'A' THEN ' ENABLE ALWAYS RULE ' ELSE ' ENABLE REPLICA RULE ' END || quote_ident(r.rulename),
                   'ALTER TABLE ' || {TABLE} || ' ENABLE RULE ' || quote_ident(r.rulename)
            FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE r.rulename <> '_RETURN' AND r.ev_enabled <> 'O' AND c.relnamespace = ANY (?)
            UNION ALL
            SELECT 'pg_event_trigger', o.oid::int8, 'state',
                   'ALTER EVENT TRIGGER ' || quote_ident(o.evtname) || CASE o.evtenabled WHEN 'D' THEN ' DISABLE'
                        WHEN 'A' THEN ' ENABLE ALWAYS' ELSE ' ENABLE REPLICA' END,
                   'ALTER EVENT TRIGGER ' || quote_ident(o.evtname) || ' ENABLE'
            FROM pg_event_trigger o WHERE o.evtenabled <> 'O'
            """;

    private static final String TARGETS = """

            SELECT 'pg_statistic_ext', o.oid::int8, 'target',
                   'ALTER STATISTICS ' || {NAME} || ' SET STATISTICS ' || o.stxstattarget,
                   'ALTER STATISTICS ' || {NAME} || ' SET STATISTICS -1'
            FROM pg_statistic_ext o JOIN pg_namespace n ON n.oid = o.stxnamespace
            WHERE coalesce(o.stxstattarget, -1) >= 0 AND o.stxnamespace = ANY (?)
            """;
}
