package io.pgorm.client;

import io.pgorm.client.internal.MergeStatement;
import io.pgorm.client.internal.MergeStatement.Meeting;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;

/**
 * Rows that are compared with those of a model, and what is done with each: {@code
 * db.shelves().merge(rows).on(SHELVES.ROOM, SHELVES.PLACE).whenMatched().update().whenNotMatched().insert().run()}. Of the
 * branches that fit a row the first is taken; a row that none fits is left alone. Everywhere
 * {@link org.jooq.impl.DSL#excluded(org.jooq.Field)} is what was given for a field, as in an upsert.
 *
 * <p>One MERGE of PostgreSQL's, in one round trip: all of it or nothing. Needs PostgreSQL 15; {@link #fetch()} and
 * {@link #whenNotMatchedBySource()} need 17. Below it is a {@link io.pgorm.client.error.ServerTooOld}. It does not wait for
 * an insert of the same key by somebody else, as an upsert does: that is a {@link io.pgorm.client.error.UniqueViolation}.
 * The SQL is rendered at each call.
 *
 * <p>Immutable; safe for use by several threads, unless it belongs to a transaction.
 *
 * @param <M> the record of the model
 */
public final class Merge<M> {

    private final DbContext context;
    private final MergeStatement statement;

    Merge(DbContext context, MergeStatement statement) {
        this.context = context;
        this.statement = statement;
    }

    /** Where a row is there. */
    public Matched whenMatched() {
        return new Matched(Optional.empty());
    }

    /** Where a row is there and this is true of it, and of what was given. */
    public Matched whenMatched(Condition condition) {
        return new Matched(Optional.of(condition));
    }

    /** Where no row is there. */
    public NotMatched whenNotMatched() {
        return new NotMatched(Optional.empty());
    }

    /** Where no row is there and this is true of what was given. */
    public NotMatched whenNotMatched(Condition condition) {
        return new NotMatched(Optional.of(condition));
    }

    /** For every row of the table that nothing was given for. Needs PostgreSQL 17. */
    public Existing whenNotMatchedBySource() {
        return new Existing(Meeting.NOT_MATCHED_BY_SOURCE, Optional.empty());
    }

    /** For every row of the table that nothing was given for and of which this is true. Needs PostgreSQL 17. */
    public Existing whenNotMatchedBySource(Condition condition) {
        return new Existing(Meeting.NOT_MATCHED_BY_SOURCE, Optional.of(condition));
    }

    /**
     * Does it.
     *
     * @return how many rows were inserted, changed or deleted
     * @throws IllegalArgumentException if nothing is said that is to be done, or the rows set different fields
     * @throws io.pgorm.client.error.StatementRefused if two of the given rows meet the same one (SQLSTATE 21000)
     * @throws io.pgorm.client.error.ServerTooOld below PostgreSQL 15, or 17
     */
    public long run() {
        return statement.run(context);
    }

    /**
     * Does it, and gives every row that was inserted, changed or deleted, in no order. Needs PostgreSQL 17.
     *
     * @throws IllegalArgumentException as {@link #run()}
     * @throws io.pgorm.client.error.StatementRefused as {@link #run()}
     * @throws io.pgorm.client.error.ServerTooOld below PostgreSQL 17
     */
    @SuppressWarnings("unchecked") // the statement is of the model whose record is M
    public List<Merged<M>> fetch() {
        return fetch((Shape<M>) statement.model().shape());
    }

    /**
     * As {@link #fetch()}, in a shape.
     *
     * @throws io.pgorm.client.error.ShapeMismatch if the shape has relations, which may be gone with the rows
     */
    public <R> List<Merged<R>> fetch(Shape<R> shape) {
        return statement.fetch(context, shape);
    }

    /** What is done with a row that is there. */
    public sealed class Existing permits Matched {

        private final Meeting meeting;
        private final Optional<Condition> condition;

        private Existing(Meeting meeting, Optional<Condition> condition) {
            this.meeting = meeting;
            this.condition = condition;
        }

        /** It is changed. */
        public Merge<M> update(Update<M> changes) {
            return and(meeting, condition, new MergeStatement.Change(changes.assignments()));
        }

        /** It is deleted. */
        public Merge<M> delete() {
            return and(meeting, condition, new MergeStatement.Delete());
        }

        /** It is left as it is, and no other branch is looked at. */
        public Merge<M> doNothing() {
            return and(meeting, condition, new MergeStatement.DoNothing());
        }
    }

    /** What is done with a row that was given and is there. */
    public final class Matched extends Existing {

        private final Optional<Condition> condition;

        private Matched(Optional<Condition> condition) {
            super(Meeting.MATCHED, condition);
            this.condition = condition;
        }

        /** All given values are put into it, those aside by which the two meet. */
        public Merge<M> update() {
            return and(Meeting.MATCHED, condition, new MergeStatement.Replace());
        }
    }

    /** What is done with a row that was given and is not there. */
    public final class NotMatched {

        private final Optional<Condition> condition;

        private NotMatched(Optional<Condition> condition) {
            this.condition = condition;
        }

        /** It is inserted. */
        public Merge<M> insert() {
            return and(Meeting.NOT_MATCHED, condition, new MergeStatement.Insert());
        }

        /** It is left out, and no other branch is looked at. */
        public Merge<M> doNothing() {
            return and(Meeting.NOT_MATCHED, condition, new MergeStatement.DoNothing());
        }
    }

    private Merge<M> and(Meeting meeting, Optional<Condition> condition, MergeStatement.Deed deed) {
        return new Merge<>(context, statement.when(new MergeStatement.Branch(meeting, condition, deed)));
    }
}
