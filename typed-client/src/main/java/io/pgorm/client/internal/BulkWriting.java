package io.pgorm.client.internal;

import io.pgorm.client.Create;
import io.pgorm.client.DbContext;
import io.pgorm.client.ModelType;
import io.pgorm.client.Shape;
import io.pgorm.client.TransactionOptions;
import io.pgorm.client.error.ShapeMismatch;
import io.pgorm.client.internal.Channel.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jooq.InsertReturningStep;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Inserts of many rows, all of them or none. Few go in one round trip as arrays, in fixed SQL; many go by COPY, unless
 * row level security holds for the caller: PostgreSQL then refuses COPY, and they go as arrays too.
 */
public final class BulkWriting {

    /** So many rows go as arrays: two round trips more for COPY are worth it above only. */
    static final int FEW = 1_000;

    /** So many rows are in the arrays of one round trip. */
    private static final int PIECE = 5_000;

    /** A stream of rows cannot be read a second time. */
    private static final TransactionOptions ONCE = TransactionOptions.defaults().withAttempts(1);

    private static final Binder TEXT = Binder.of(SQLDataType.VARCHAR);

    private BulkWriting() {}

    /** @return how many rows were inserted */
    public static long insert(DbContext context, ModelType<?> model, Iterator<? extends Create<?>> rows) {
        List<Create<?>> few = take(rows, FEW);
        if (!rows.hasNext()) {
            return insert(context, model, few, Conflict.FAIL);
        }
        return inTransaction(context, inside -> many(inside, model, few, rows));
    }

    /** The same for rows that may be there. @return how many rows were inserted or changed */
    public static long upsert(
            DbContext context, ModelType<?> model, Iterator<? extends Create<?>> rows, Conflict conflict) {
        List<Create<?>> few = take(rows, PIECE);
        if (!rows.hasNext()) {
            return insert(context, model, few, conflict);
        }
        return inTransaction(context, inside -> inPieces(inside, model, few, rows, conflict));
    }

    /** Inserts rows and gives them in the shape, in their order. */
    public static <R> List<R> returning(
            DbContext context, ModelType<?> model, Shape<R> shape, List<? extends Create<?>> rows) {
        Layout layout = Writing.layout(shape, model);
        Collection<BulkRows> groups = BulkRows.grouped(model, rows);
        if (groups.isEmpty()) {
            return List.of();
        }
        BulkRows all = BulkRows.onlyOne(groups, "rows that are given back");
        if (!all.hasText() || all.columns().size() == 0) {
            throw new ShapeMismatch("rows of " + model.name() + " cannot travel as arrays; create them one by one");
        }
        WritePlan plan = shape.definition()
                .write(new WritePlan.Id(model, all.columns(), null), () -> returning(model, layout, all.columns()));
        return context.channel()
                .send(
                        context.identity(),
                        plan.scope(),
                        plan.statements(),
                        all.arrays(),
                        outcomes -> GraphReader.read(layout, outcomes.subList(plan.rows(), outcomes.size())));
    }

    private static WritePlan returning(ModelType<?> model, Layout layout, Columns columns) {
        InsertReturningStep<?> insert = WriteStatements.insertMany(model, columns, Conflict.FAIL);
        if (layout.isOwnColumns()) {
            return WritePlans.returning(Rendering.render(insert.returningResult(layout.columns)));
        }
        PassedKeys keys = PassedKeys.of(model, 0);
        Rendered write = keys.around(Rendering.render(insert.returningResult(keys.returning())));
        List<Rendered> statements = new ArrayList<>(List.of(write));
        statements.addAll(Reading.where(layout, model, keys.condition(), keys.order()));
        return new WritePlan(Scope.TRANSACTION, statements, -1, 1);
    }

    private static List<Create<?>> take(Iterator<? extends Create<?>> rows, int most) {
        List<Create<?>> taken = new ArrayList<>();
        while (taken.size() < most && rows.hasNext()) {
            taken.add(rows.next());
        }
        return taken;
    }

    private static long many(
            DbContext context, ModelType<?> model, List<Create<?>> few, Iterator<? extends Create<?>> rows) {
        if (few.stream().anyMatch(BulkWriting::isNested)) {
            return inPieces(context, model, few, rows, Conflict.FAIL);
        }
        Iterator<BulkRows> groups = BulkRows.grouped(model, few).iterator();
        BulkRows largest = groups.next();
        List<Create<?>> aside = new ArrayList<>();
        boolean copied = largest.hasText() && largest.columns().size() > 0 && !isGuarded(context, model);
        if (!copied) {
            return inPieces(context, model, few, rows, Conflict.FAIL);
        }
        long written = 0;
        while (groups.hasNext()) {
            written += insert(context, groups.next(), Conflict.FAIL);
        }
        CopyWriting copy = new CopyWriting(largest, rows, aside::add);
        written += ((TransactionChannel) context.channel()).use(context.identity(), copy.sql(), copy::write);
        return written + inPieces(context, model, List.of(), aside.iterator(), Conflict.FAIL);
    }

    private static boolean isNested(Create<?> row) {
        return !row.assignments().related().isEmpty();
    }

    /** Whether row level security holds for the caller on the table, as the server sees it. */
    private static boolean isGuarded(DbContext context, ModelType<?> model) {
        Rendered question = new Rendered(
                "select row_security_active(?)", List.of(new Rendered.Bound(TEXT, Rendering.sql(model.table()))));
        return context.channel()
                .send(context.identity(), Scope.STATEMENT, List.of(question), new Object[0], outcomes -> {
                    var row = outcomes.get(0).requireRows();
                    row.next();
                    return row.getBoolean(1);
                });
    }

    private static long inPieces(
            DbContext context,
            ModelType<?> model,
            List<Create<?>> first,
            Iterator<? extends Create<?>> rows,
            Conflict conflict) {
        long written = insert(context, model, first, conflict);
        while (rows.hasNext()) {
            written += insert(context, model, take(rows, PIECE), conflict);
        }
        return written;
    }

    /** In one round trip, whatever fields the rows set. */
    private static long insert(DbContext context, ModelType<?> model, List<Create<?>> rows, Conflict conflict) {
        boolean nested = conflict instanceof Conflict.Fail && rows.stream().anyMatch(BulkWriting::isNested);
        if (nested) {
            return NestedWriting.insertAll(
                    context, model, rows.stream().map(Create::assignments).toList());
        }
        Collection<BulkRows> groups = BulkRows.grouped(model, rows);
        if (groups.isEmpty()) {
            return 0;
        }
        if (groups.size() == 1) {
            return insert(context, groups.iterator().next(), conflict);
        }
        List<Rendered> statements = new ArrayList<>();
        for (BulkRows group : groups) {
            statements.addAll(statements(group, conflict));
        }
        return send(context, Scope.TRANSACTION, statements);
    }

    private static long insert(DbContext context, BulkRows rows, Conflict conflict) {
        List<Rendered> statements = statements(rows, conflict);
        return send(context, statements.size() == 1 ? Scope.STATEMENT : Scope.TRANSACTION, statements);
    }

    private static List<Rendered> statements(BulkRows rows, Conflict conflict) {
        if (rows.columns().size() > 0 && rows.hasText()) {
            Rendered insert = rows.model()
                    .shape()
                    .definition()
                    .write(
                            new WritePlan.Id(new Many(Writing.kind(conflict)), rows.columns(), null),
                            () -> WritePlans.returning(Rendering.render(
                                    WriteStatements.insertMany(rows.model(), rows.columns(), conflict))))
                    .statements()
                    .get(0);
            return List.of(insert.filledWith(rows.arrays()));
        }
        // Of a type that only its own binding can write: a statement for each row.
        Rendered insert =
                Rendering.render(WriteStatements.insert(rows.model(), rows.columns(), conflict, Optional.empty()));
        return rows.rows().stream().map(row -> filled(insert, row)).toList();
    }

    @SuppressWarnings("NullAway") // a value may be null
    private static Rendered filled(Rendered insert, @Nullable Object[] row) {
        return insert.filledWith(row);
    }

    private record Many(Object kind) {}

    private static long send(DbContext context, Scope scope, List<Rendered> statements) {
        return context.channel()
                .send(
                        context.identity(),
                        scope,
                        statements,
                        new Object[0],
                        outcomes -> outcomes.stream().mapToLong(Outcome::count).sum());
    }

    private static long inTransaction(DbContext context, java.util.function.ToLongFunction<DbContext> work) {
        return switch (context.channel()) {
            case PooledChannel pool ->
                pool.<Long, RuntimeException>transaction(
                        ONCE, transaction -> work.applyAsLong(context.over(transaction)));
            case TransactionChannel transaction ->
                transaction.<Long, RuntimeException>nested(ONCE, inside -> work.applyAsLong(context.over(inside)));
        };
    }
}
