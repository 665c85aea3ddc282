package io.pgorm.migrations.rows.internal;

import io.pgorm.migrations.rows.RowOptions;
import io.pgorm.migrations.rows.SeededRows;
import io.pgorm.migrations.rows.TableRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fills all tables of a database in one transaction. */
public final class Filling {

    private final Session session;
    private final RowOptions options;
    private final List<String> notes = new ArrayList<>();

    private Filling(Session session, RowOptions options) {
        this.session = session;
        this.options = options;
    }

    public static SeededRows fill(Connection connection, RowOptions options) throws SQLException {
        connection.setAutoCommit(false);
        try {
            SeededRows rows = new Filling(new Session(connection), options)
                    .fill(connection.getMetaData().getDatabaseMajorVersion());
            connection.commit();
            return rows;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private SeededRows fill(int major) throws SQLException {
        session.run("SET LOCAL search_path = pg_catalog; SET LOCAL statement_timeout = '20s'; SET LOCAL jit = off");
        RowSchema schema = RowSchema.read(session);
        session.run("SET LOCAL search_path = pg_catalog, public");
        session.attempt("SET LOCAL session_replication_role = replica")
                .ifPresent(refused -> notes.add("triggers fire while rows are put in: " + refused));
        Pools pools = new Pools(session, schema.types(), major);
        Map<Long, TableFiller.Filled> filled = new LinkedHashMap<>();
        Set<Long> done = new LinkedHashSet<>();
        List<RowTable> order = RowOrder.of(schema);
        for (RowTable table : order) {
            if (table.kind() == 'r') {
                filled.put(
                        table.oid(),
                        options.leftEmpty().contains(table.name())
                                ? new TableFiller.Filled(0, Optional.of("left empty, as asked"))
                                : new TableFiller(session, schema, pools, wanted(table), options, done).fill());
            }
            done.add(table.oid());
        }
        Links links = new Links(session, schema);
        for (RowTable table : order) {
            if (filled.containsKey(table.oid())) {
                links.close(table);
            }
        }
        Set<Long> changed = links.removeOrphans();
        refreshViews();
        List<TableRows> tables = new ArrayList<>();
        for (RowTable table : schema.tables().values()) {
            tables.addAll(outcome(table, filled, changed, schema));
        }
        return new SeededRows(tables, notes);
    }

    /** The table with what else is asked of its rows, as far as the server can evaluate it. */
    private RowTable wanted(RowTable table) throws SQLException {
        RowTable wanted = table;
        for (String condition : options.conditions().getOrDefault(table.name(), List.of())) {
            if (session.attempt("SELECT (" + condition + ") FROM " + table.from() + " LIMIT 0")
                    .isEmpty()) {
                wanted = wanted.with(new Condition(RowSchema.mentioned(table.columns(), condition), condition));
            }
        }
        return wanted;
    }

    private List<TableRows> outcome(
            RowTable table, Map<Long, TableFiller.Filled> filled, Set<Long> changed, RowSchema schema)
            throws SQLException {
        if (table.kind() == 'f') {
            return List.of(new TableRows(table.name(), 0, Optional.of("its rows are on another server")));
        }
        if (table.kind() == 'p') {
            boolean hasPartition = schema.tables().values().stream()
                    .anyMatch(other -> other.above().contains(table.oid()));
            return hasPartition
                    ? List.of()
                    : List.of(new TableRows(table.name(), 0, Optional.of("it has no partition to hold them")));
        }
        TableFiller.Filled result = java.util.Objects.requireNonNull(filled.get(table.oid()));
        if (!changed.contains(table.oid())) {
            return List.of(new TableRows(table.name(), result.rows(), result.reason()));
        }
        int rows = (int) TypeShapes.number(session.rows("SELECT count(*) FROM ONLY " + table.qualified())
                .getFirst()
                .getFirst());
        return List.of(new TableRows(
                table.name(), rows, Optional.of("rows that pointed to rows that are not there were taken out")));
    }

    /** What they hold is of the rows. */
    private void refreshViews() throws SQLException {
        var views = session.rows("""
                SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind = 'm' AND c.relispopulated AND n.nspname !~ '^pg_'
                  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.deptype = 'e' AND d.objid = c.oid) ORDER BY c.oid""");
        for (var view : views) {
            session.attempt("REFRESH MATERIALIZED VIEW " + view.getFirst())
                    .ifPresent(refused -> notes.add("the materialized view " + view.getFirst()
                            + " could not be refreshed with the rows: " + refused));
        }
    }
}
