package io.pgorm.client;

import io.pgorm.client.internal.BulkWriting;
import io.pgorm.client.internal.Conflict;
import io.pgorm.client.internal.ConflictTarget;
import org.jooq.TableField;

/**
 * Rows of which some may be there: {@code db.tags().upsertMany(rows).onConflict(TAGS.NAME).doNothing()}. One round trip
 * for five thousand rows; all of them or none.
 *
 * <p>Immutable; safe for use by several threads, unless it belongs to a transaction.
 *
 * @param <M> the record of the model
 */
public final class UpsertMany<M> {

    private final DbContext context;
    private final ModelType<M> model;
    private final Iterable<? extends Create<M>> rows;

    UpsertMany(DbContext context, ModelType<M> model, Iterable<? extends Create<M>> rows) {
        this.context = context;
        this.model = model;
        this.rows = rows;
    }

    /**
     * Where a row has the same values in these fields, which are those of a key or of a unique index.
     *
     * @throws IllegalArgumentException if there is no such key
     */
    public OnConflict onConflict(TableField<?, ?>... fields) {
        return new OnConflict(ConflictTarget.of(model, fields));
    }

    /** @throws IllegalArgumentException if there is no such index */
    public OnConflict onConflictIndex(String name) {
        return new OnConflict(ConflictTarget.ofIndex(model, name));
    }

    /** What is done where a row is there. */
    public final class OnConflict {

        private final ConflictTarget target;

        private OnConflict(ConflictTarget target) {
            this.target = target;
        }

        /**
         * Puts the given values into the row that is there.
         *
         * @return how many rows were inserted or changed
         * @throws io.pgorm.client.error.StatementRefused if two of the rows are the same one (SQLSTATE 21000)
         */
        public long doUpdate() {
            return BulkWriting.upsert(context, model, rows.iterator(), new Conflict.Replace(target));
        }

        /**
         * Leaves the row that is there.
         *
         * @return how many rows were inserted
         */
        public long doNothing() {
            return BulkWriting.upsert(context, model, rows.iterator(), new Conflict.DoNothing(target));
        }
    }
}
