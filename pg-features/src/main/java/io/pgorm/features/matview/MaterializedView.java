package io.pgorm.features.matview;

import io.pgorm.client.AbstractDb;
import io.pgorm.features.lock.AdvisoryLocks;
import io.pgorm.features.lock.LockKey;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Fills a materialized view. Needs a client of the role that owns the view; its age may be asked for by anybody. However many
 * ask at a time, in whatever processes, one refreshes.
 *
 * <p>When it was refreshed is noted in a table {@code pgorm_refreshes} beside the view, in the same transaction, because
 * PostgreSQL does not. A refresh by hand is not noted.
 *
 * <p>Immutable; safe for use by several threads. Works with PostgreSQL 15.
 *
 * @param <D> the generated client
 */
public final class MaterializedView<D extends AbstractDb<D>> {

    private static final String STATE = """
            SELECT c.relispopulated, n.nspname, c.relname,
                   EXISTS (SELECT FROM pg_catalog.pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND i.indisvalid
                             AND i.indpred IS NULL AND i.indexprs IS NULL) AS has_key
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.oid = pg_catalog.to_regclass({0}) AND c.relkind = 'm'""";

    private final D db;
    private final Table<?> view;

    private MaterializedView(D db, Table<?> view) {
        this.db = db;
        this.view = view;
    }

    public static <D extends AbstractDb<D>> MaterializedView<D> of(D db, Table<?> view) {
        return new MaterializedView<>(db, view);
    }

    /**
     * Fills it with what is committed now. Where somebody else is at it already, it waits for that to end, and then does it.
     * A view that was never filled is filled at once, whatever the mode.
     *
     * @throws IllegalStateException if it has no unique index on plain columns and is to be refreshed concurrently
     * @throws IllegalArgumentException if the table is no materialized view of the database
     * @throws io.pgorm.client.error.PgOrmException if PostgreSQL refuses or cannot be reached
     */
    public void refresh(RefreshMode mode) {
        db.transaction(tx -> {
            AdvisoryLocks.lock(tx, key());
            fill(tx.sql(), mode);
        });
    }

    /**
     * Fills it unless somebody is at it.
     *
     * @return whether it was filled here
     */
    public boolean tryRefresh(RefreshMode mode) {
        return db.transactionResult(tx -> {
            if (!AdvisoryLocks.tryLock(tx, key())) {
                return false;
            }
            fill(tx.sql(), mode);
            return true;
        });
    }

    /**
     * Fills it if it was filled longer ago, or nobody knows when. A hundred callers at once are one refresh: those who waited
     * find it done.
     *
     * @return whether it was filled here
     */
    public boolean refreshIfOlder(Duration age, RefreshMode mode) {
        if (isYounger(age)) {
            return false;
        }
        return db.transactionResult(tx -> {
            AdvisoryLocks.lock(tx, key());
            if (of(tx, view).isYounger(age)) {
                return false;
            }
            fill(tx.sql(), mode);
            return true;
        });
    }

    private boolean isYounger(Duration age) {
        return lastRefresh().filter(last -> last.age().compareTo(age) < 0).isPresent();
    }

    /** When it was last filled by this class; empty where it never was. */
    public Optional<LastRefresh> lastRefresh() {
        DSLContext sql = db.sql();
        Record state = state(sql);
        Name notes = notes(state);
        if (!isThere(sql, notes)) {
            return Optional.empty();
        }
        return sql.fetchOptional("""
                        SELECT at, CAST(extract(epoch FROM took) * 1000 AS bigint),
                               CAST(extract(epoch FROM pg_catalog.clock_timestamp() - at) * 1000 AS bigint)
                        FROM {0} WHERE view = {1}""", notes, DSL.val(state.get("relname", String.class)))
                .map(row -> new LastRefresh(
                        row.get(0, OffsetDateTime.class),
                        Duration.ofMillis(row.get(1, long.class)),
                        Duration.ofMillis(row.get(2, long.class))));
    }

    private void fill(DSLContext sql, RefreshMode mode) {
        Record state = state(sql);
        boolean concurrently = mode == RefreshMode.CONCURRENTLY && state.get("relispopulated", boolean.class);
        if (concurrently && !state.get("has_key", boolean.class)) {
            throw new IllegalStateException(
                    "PostgreSQL refreshes " + view.getName() + " concurrently only if it has a unique"
                            + " index on plain columns, without a condition: mark the field that tells its rows apart with @id in the"
                            + " schema (or several with @@id), or use RefreshMode.AT_ONCE");
        }
        OffsetDateTime began =
                sql.fetchSingle("SELECT pg_catalog.clock_timestamp()").get(0, OffsetDateTime.class);
        sql.execute(
                concurrently ? "REFRESH MATERIALIZED VIEW CONCURRENTLY {0}" : "REFRESH MATERIALIZED VIEW {0}", view);
        note(sql, state, began);
    }

    private void note(DSLContext sql, Record state, OffsetDateTime began) {
        Name notes = notes(state);
        if (!isThere(sql, notes)) {
            // views of one schema may come here at the same time
            sql.fetch(
                    "SELECT pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended({0}, 0))",
                    DSL.val(MatviewExtension.TABLE));
            sql.execute("""
                    CREATE TABLE IF NOT EXISTS {0}
                      (view text PRIMARY KEY, at timestamptz NOT NULL, took interval NOT NULL)""", notes);
            sql.execute("GRANT SELECT ON {0} TO PUBLIC", notes);
        }
        sql.execute("""
                INSERT INTO {0} (view, at, took) VALUES ({1}, {2}, pg_catalog.clock_timestamp() - {2})
                ON CONFLICT (view) DO UPDATE SET at = excluded.at, took = excluded.took""", notes, DSL.val(state.get("relname", String.class)), DSL.val(began));
    }

    private static boolean isThere(DSLContext sql, Name table) {
        return sql.fetchSingle("SELECT pg_catalog.to_regclass({0}) IS NOT NULL", DSL.val(sql.render(DSL.table(table))))
                .get(0, boolean.class);
    }

    private static Name notes(Record state) {
        return DSL.name(state.get("nspname", String.class), MatviewExtension.TABLE);
    }

    private Record state(DSLContext sql) {
        return sql.fetchOptional(STATE, DSL.val(sql.render(view)))
                .orElseThrow(() -> new IllegalArgumentException(
                        view.getName() + " is no materialized view of this database; look at the migrations"));
    }

    private LockKey key() {
        return LockKey.of("pgorm refresh", view.getName());
    }
}
