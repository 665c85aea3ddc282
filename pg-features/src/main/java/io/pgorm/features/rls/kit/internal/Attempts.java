package io.pgorm.features.rls.kit.internal;

import io.pgorm.client.AbstractDb;
import io.pgorm.features.rls.kit.Outcome.Kind;
import io.pgorm.features.rls.kit.PolicyOperation;
import io.pgorm.features.rls.kit.Row;
import java.util.List;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.SQL;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The attempts there are. */
public final class Attempts {

    private Attempts() {}

    /** One of the operations on a row that is there. */
    public static <D extends AbstractDb<D>> Attempt<D> of(PolicyOperation operation, Row row) {
        return switch (operation) {
            case SELECT ->
                new OnRow<>(
                        row,
                        sql -> rows(sql.fetchExists(sql.selectFrom(row.table()).where(row.condition())) ? 1 : 0));
            case FOR_UPDATE ->
                new OnRow<>(
                        row,
                        sql -> rows(sql.selectFrom(row.table())
                                .where(row.condition())
                                .forUpdate()
                                .fetch()
                                .size()));
            case UPDATE -> new OnRow<>(row, sql -> rows(touch(sql, row)));
            case DELETE ->
                new OnRow<>(
                        row,
                        sql -> rows(sql.deleteFrom(row.table())
                                .where(row.condition())
                                .execute()));
            case INSERT -> new OfCopy<>(row, true, sql -> rows(sql.execute(insert(sql, row))));
            case RETURNING ->
                new OfCopy<>(
                        row,
                        true,
                        sql -> rows(sql.fetch(DSL.sql("{0} RETURNING *", insert(sql, row)))
                                .size()));
            case UPSERT -> new OfCopy<>(row, false, sql -> upsert(sql, row));
        };
    }

    /** A change of one column to a value. */
    public static <D extends AbstractDb<D>, T> Attempt<D> change(Row row, Field<T> field, @Nullable T value) {
        return new OnRow<>(
                row,
                sql -> rows(sql.update(row.table())
                        .set(field, value)
                        .where(row.condition())
                        .execute()));
    }

    /** What the user of the kit wrote. */
    public static <D extends AbstractDb<D>> Attempt<D> own(Predicate<D> attempt) {
        return db -> rows(attempt.test(db) ? 1 : 0);
    }

    private static Kind rows(int count) {
        return count > 0 ? Kind.ALLOWED : Kind.HIDDEN;
    }

    private static int touch(DSLContext sql, Row row) {
        Field<?> column = Columns.anyThatMayBe(sql, row.table(), "UPDATE");
        return same(sql, row, column);
    }

    private static <T> int same(DSLContext sql, Row row, Field<T> column) {
        return sql.update(row.table())
                .set(column, column)
                .where(row.condition())
                .execute();
    }

    // jOOQ has no word for OVERRIDING, which a key that is always generated needs; other tables do not mind
    private static SQL insert(DSLContext sql, Row row) {
        return DSL.sql(
                "INSERT INTO {0} ({1}) OVERRIDING SYSTEM VALUE SELECT {1} FROM {2}",
                row.table(), DSL.list(Columns.thatMayBe(sql, row.table(), "INSERT")), Stage.COPY);
    }

    private static Kind upsert(DSLContext sql, Row row) {
        UniqueKey<?> key = row.table().getPrimaryKey();
        if (key == null) {
            return Kind.NOT_APPLICABLE;
        }
        List<Name> fields =
                key.getFields().stream().map(Field::getUnqualifiedName).toList();
        return rows(sql.query(
                        "{0} ON CONFLICT ({1}) DO UPDATE SET {2} = EXCLUDED.{2}",
                        insert(sql, row), DSL.list(fields), Columns.anyThatMayBe(sql, row.table(), "UPDATE"))
                .execute());
    }

    /** The work of an attempt by plain statements. */
    @FunctionalInterface
    private interface Work {
        Kind run(DSLContext sql);
    }

    private record OnRow<D extends AbstractDb<D>>(Row row, Work work) implements Attempt<D> {
        @Override
        public void prepare(Stage<D> stage) {
            stage.requireOne(row);
        }

        @Override
        public Kind run(D db) {
            return work.run(db.sql());
        }
    }

    private record OfCopy<D extends AbstractDb<D>>(Row row, boolean takeAway, Work work) implements Attempt<D> {
        @Override
        public void prepare(Stage<D> stage) {
            stage.requireOne(row);
            stage.copy(row);
            if (takeAway) {
                stage.takeAway(row);
            }
        }

        @Override
        public Kind run(D db) {
            return work.run(db.sql());
        }
    }
}
