package io.pgorm.client;

import io.pgorm.client.internal.Conflict;
import io.pgorm.client.internal.ConflictTarget;
import io.pgorm.client.internal.Writing;
import java.util.Optional;
import org.jooq.TableField;

/**
 * A row that may be there already: {@code db.users().upsert(row).onConflict(USERS.EMAIL).doUpdate(changes)}. One
 * statement of PostgreSQL's, which no concurrent insert can come between.
 *
 * <p>With related rows too, in the same round trip: those of the row that is given are for a new row, those of the changes
 * for the row that is there. Then it is an insert, an update, and what hangs on either; a new row cannot point to one that
 * is made with it, for it may not come to that: connect one, or connectOrCreate it by its key, which makes it in any case.
 *
 * <p>Immutable; safe for use by several threads, unless it belongs to a transaction.
 *
 * @param <M> the record of the model
 * @param <R> what is made of the row
 */
public final class Upsert<M, R> {

    private final DbContext context;
    private final ModelType<M> model;
    private final Shape<R> shape;
    private final Assignments row;

    Upsert(DbContext context, ModelType<M> model, Shape<R> shape, Assignments row) {
        this.context = context;
        this.model = model;
        this.shape = shape;
        this.row = row;
    }

    /**
     * Where a row has the same values in these fields, which are those of a key, or of a unique index over all rows or
     * over some: the condition of a partial one is taken from the schema.
     *
     * @throws IllegalArgumentException if there is no such key
     */
    public OnConflict onConflict(TableField<?, ?>... fields) {
        return new OnConflict(ConflictTarget.of(model, fields));
    }

    /**
     * Where the unique index of this name refuses the row: for one over an expression, or one of several over the same
     * fields.
     *
     * @throws IllegalArgumentException if there is no such index
     */
    public OnConflict onConflictIndex(String name) {
        return new OnConflict(ConflictTarget.ofIndex(model, name));
    }

    /** What is done where the row is there. */
    public final class OnConflict {

        private final ConflictTarget target;

        private OnConflict(ConflictTarget target) {
            this.target = target;
        }

        /** Puts all given values into the row that is there, and does for its relations what was said of them. */
        public R doUpdate() {
            return required(new Conflict.Replace(target));
        }

        /** Changes the row that is there. */
        public R doUpdate(Update<M> changes) {
            return required(new Conflict.Change(target, changes.assignments()));
        }

        /** Leaves the row that is there, and what is related to it. Empty if there was one. */
        public Optional<R> doNothing() {
            return Writing.insert(context, model, shape, row, new Conflict.DoNothing(target));
        }

        /**
         * Leaves the row that is there, and gives it; gives the new one where there was none.
         *
         * @throws IllegalArgumentException if a field of the key has no value, or the key is an index over an expression
         */
        public R orFetch() {
            if (target.columns().isEmpty()) {
                throw new IllegalArgumentException(
                        "a row cannot be found by an index over an expression; use doUpdate");
            }
            return required(new Conflict.Fetch(target));
        }

        private R required(Conflict conflict) {
            return Writing.insert(context, model, shape, row, conflict)
                    .orElseThrow(() -> new IllegalStateException("the database did not give back the " + model.name()
                            + ": a trigger or a rule dropped it, or a policy hides it from the caller"));
        }
    }
}
