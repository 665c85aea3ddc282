package io.pgorm.features.timescale;

import io.pgorm.client.AbstractDb;
import io.pgorm.client.FeatureAccess;
import io.pgorm.client.error.StatementRefused;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The chunks of a hypertable. Anybody may look at them; what changes them needs a client of the role that owns the table.
 *
 * <p>Immutable; safe for use by several threads. TimescaleDB 2.13, PostgreSQL 15.
 *
 * @param <D> the generated client
 * @param <T> the Java type of the times
 */
public final class Hypertable<D extends AbstractDb<D>, T> {

    private static final String FACTS = """
            SELECT d.column_name, coalesce(d.time_interval::text, d.integer_interval::text) AS length,
                   h.num_dimensions, h.num_chunks, h.compression_enabled, hypertable_size(CAST({0} AS pg_catalog.regclass)) AS bytes
            FROM timescaledb_information.hypertables h
            JOIN timescaledb_information.dimensions d USING (hypertable_schema, hypertable_name)
            WHERE pg_catalog.format('%I.%I', hypertable_schema, hypertable_name)::pg_catalog.regclass = CAST({0} AS pg_catalog.regclass)
              AND d.dimension_number = 1""";

    private static final String CHUNKS = """
            SELECT pg_catalog.format('%%I.%%I', c.chunk_schema, c.chunk_name) AS name, %s AS low, %s AS high,
                   coalesce(c.is_compressed, false) AS compressed, s.total_bytes
            FROM timescaledb_information.chunks c
            JOIN chunks_detailed_size(CAST({0} AS pg_catalog.regclass)) s USING (chunk_schema, chunk_name)
            WHERE pg_catalog.format('%%I.%%I', c.hypertable_schema, c.hypertable_name)::pg_catalog.regclass
              = CAST({0} AS pg_catalog.regclass)
            ORDER BY 2, 1""";

    private static final String POINTING = """
            SELECT DISTINCT CAST(conrelid AS pg_catalog.regclass)::text AS name FROM pg_catalog.pg_constraint
            WHERE contype = 'f' AND confrelid = CAST({0} AS pg_catalog.regclass) ORDER BY 1""";

    /** dependent_objects_still_exist */
    private static final String DEPENDENT = "2BP01";

    private final D db;
    private final TimeField<?, T> time;
    private final Table<?> table;

    private Hypertable(D db, TimeField<?, T> time) {
        this.db = db;
        this.time = time;
        this.table = Objects.requireNonNull(time.getTable(), "a column of a table");
    }

    /** @param time by which the table is cut, {@code READINGS.AT} */
    public static <D extends AbstractDb<D>, T> Hypertable<D, T> of(D db, TimeField<?, T> time) {
        return new Hypertable<>(db, time);
    }

    /**
     * What TimescaleDB knows of it.
     *
     * @throws IllegalStateException if the database does not have TimescaleDB, or this table is no hypertable
     */
    public HypertableFacts facts() {
        Edition.of(db);
        Record row = db.sql()
                .fetchOptional(FACTS, name())
                .orElseThrow(() -> new IllegalStateException(
                        table.getName() + " is no hypertable in this database; look at the migrations"));
        return new HypertableFacts(
                row.get("column_name", String.class),
                row.get("length", String.class),
                row.get("num_dimensions", int.class),
                row.get("num_chunks", int.class),
                row.get("bytes", long.class),
                row.get("compression_enabled", boolean.class));
    }

    /**
     * Its chunks, the oldest first.
     *
     * @throws IllegalStateException as {@link #facts} says
     */
    public List<Chunk<T>> chunks() {
        facts();
        return db.sql()
                .fetch(CHUNKS.formatted(end("range_start"), end("range_end")), name())
                .map(row -> new Chunk<>(
                        row.get("name", String.class),
                        row.get("low", time.getType()),
                        row.get("high", time.getType()),
                        row.get("compressed", boolean.class),
                        row.get("total_bytes", long.class)));
    }

    /** Times without a zone are kept as if they were of UTC. */
    private String end(String column) {
        return switch (time) {
            case TimestamptzField<?> zoned -> "c." + column;
            case TimestampField<?> local -> "(c." + column + " AT TIME ZONE 'UTC')";
            case DateField<?> date -> "(c." + column + " AT TIME ZONE 'UTC')::date";
            case BigIntField<?> number -> "c." + column + "_integer";
            case IntField<?> number -> "c." + column + "_integer";
            case SmallIntField<?> number -> "c." + column + "_integer";
        };
    }

    /** The names of the chunks that hold nothing from that time on. */
    public List<String> chunksBefore(T end) {
        facts();
        return names(db.sql()
                .fetch(
                        "SELECT show_chunks(CAST({0} AS pg_catalog.regclass), older_than => {1})::text",
                        name(), bound(end)));
    }

    /**
     * Drops the chunks that hold nothing from that time on: the rows are gone, in a moment, and nothing is left to vacuum. A
     * chunk that the time lies in stays whole.
     *
     * @return their names
     * @throws io.pgorm.client.error.LockTimeout if one of them is in use for more than five seconds; none is dropped then
     * @throws IllegalStateException if a foreign key of a plain table points to this one, whose chunks PostgreSQL then keeps, or
     *     as {@link #facts} says
     */
    public List<String> dropBefore(T end) {
        facts();
        try {
            return drop(end);
        } catch (StatementRefused e) {
            if (DEPENDENT.equals(e.sqlState().orElse(""))) {
                throw new IllegalStateException(
                        "foreign keys of " + pointing() + " point to " + table.getName()
                                + ", so that PostgreSQL drops none of its chunks: keep the value without a relation, or delete the rows");
            }
            throw e;
        }
    }

    private List<String> pointing() {
        return names(db.sql().fetch(POINTING, name()));
    }

    private List<String> drop(T end) {
        return db.transactionResult(tx -> {
            tx.sql().fetch("SELECT pg_catalog.set_config('lock_timeout', '5s', true)");
            return names(tx.sql()
                    .fetch(
                            "SELECT drop_chunks(CAST({0} AS pg_catalog.regclass), older_than => {1})",
                            name(), bound(end)));
        });
    }

    /** How long the chunks are that are made from now on; those that are there stay as they are. */
    public void chunkLength(Duration length) {
        if (time instanceof BigIntField<?> || time instanceof IntField<?> || time instanceof SmallIntField<?>) {
            throw new IllegalArgumentException(time.getName() + " is a number, and so is the length of a chunk");
        }
        if (!length.isPositive()) {
            throw new IllegalArgumentException("a chunk is longer than nothing, not " + length);
        }
        facts();
        db.sql()
                .fetch(
                        "SELECT set_chunk_time_interval(CAST({0} AS pg_catalog.regclass), CAST({1} AS interval))",
                        name(), DSL.val(length.toMillis() + " milliseconds"));
    }

    /**
     * Stores the chunks by columns that hold nothing from that time on, where they are not stored so already. The schema has
     * to say how ({@code @@hypertable.compress}).
     *
     * @return how many chunks that are
     * @throws CommunityEditionRequired on the Apache edition, before anything is sent
     */
    public int compressBefore(T end) {
        Edition.requireCommunity(db, "compressing chunks of " + table.getName());
        return db.sql()
                .fetch(
                        "SELECT compress_chunk(c, true) FROM show_chunks(CAST({0} AS pg_catalog.regclass), older_than => {1}) c",
                        name(), bound(end))
                .size();
    }

    /**
     * Fills what a continuous aggregate over this table lacks between two times.
     *
     * @throws CommunityEditionRequired on the Apache edition, before anything is sent
     * @throws IllegalStateException if this is in a transaction, in which TimescaleDB refuses it
     */
    public void refresh(Table<?> aggregate, T from, T to) {
        if (FeatureAccess.isInTransaction(db)) {
            throw new IllegalStateException(
                    "TimescaleDB fills a continuous aggregate in transactions of its own; call this"
                            + " outside of transactions");
        }
        Edition.requireCommunity(db, "the continuous aggregate " + aggregate.getName());
        db.sql()
                .execute(
                        "CALL refresh_continuous_aggregate(CAST({0} AS pg_catalog.regclass), {1}, {2})",
                        DSL.val(db.sql().render(aggregate)), bound(from), bound(to));
    }

    private Field<String> name() {
        return DSL.val(db.sql().render(table));
    }

    /** TimescaleDB takes whatever type it is told, and the one of the column is the right one. */
    private Field<T> bound(T value) {
        return DSL.cast(DSL.val(value, time.getDataType()), time.getDataType());
    }

    private static List<String> names(Result<Record> rows) {
        return rows.map(row -> row.get(0, String.class));
    }
}
