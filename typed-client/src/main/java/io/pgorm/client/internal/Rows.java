package io.pgorm.client.internal;

import io.pgorm.client.ModelType;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a model: a condition, an order, a stretch of it. Immutable.
 *
 * @param distinctOn only the first row of those that agree in these; empty for all rows
 * @param hint what {@code pg_hint_plan} is told, if anything
 */
public record Rows(
        ModelType<?> model,
        Condition condition,
        List<? extends OrderField<?>> order,
        List<? extends Field<?>> distinctOn,
        @Nullable Integer limit,
        @Nullable Integer offset,
        @Nullable Lock lock,
        @Nullable String hint) {

    public Rows {
        order = List.copyOf(order);
        distinctOn = List.copyOf(distinctOn);
    }

    public static Rows of(ModelType<?> model, Condition condition) {
        return new Rows(model, condition, List.of(), List.of(), null, null, null, null);
    }

    public static Rows all(ModelType<?> model) {
        return of(model, DSL.noCondition());
    }

    public Rows where(Condition more) {
        return new Rows(model, condition.and(more), order, distinctOn, limit, offset, lock, hint);
    }

    public Rows orderBy(List<? extends OrderField<?>> newOrder) {
        return new Rows(model, condition, newOrder, distinctOn, limit, offset, lock, hint);
    }

    public Rows distinctOn(List<? extends Field<?>> fields) {
        return new Rows(model, condition, order, fields, limit, offset, lock, hint);
    }

    /** @throws IllegalArgumentException if negative */
    public Rows limit(@Nullable Integer rows) {
        return new Rows(model, condition, order, distinctOn, notNegative(rows), offset, lock, hint);
    }

    /** @throws IllegalArgumentException if negative */
    public Rows offset(@Nullable Integer rows) {
        return new Rows(model, condition, order, distinctOn, limit, notNegative(rows), lock, hint);
    }

    public Rows lock(@Nullable Lock newLock) {
        return new Rows(model, condition, order, distinctOn, limit, offset, newLock, hint);
    }

    public Rows hint(String newHint) {
        return new Rows(model, condition, order, distinctOn, limit, offset, lock, newHint);
    }

    /** The order, which begins with what the rows are distinct on, because PostgreSQL asks for that. */
    List<OrderField<?>> completeOrder() {
        List<OrderField<?>> complete = new ArrayList<>(order);
        for (int i = distinctOn.size() - 1; i >= 0; i--) {
            Field<?> field = distinctOn.get(i);
            if (order.stream().noneMatch(ordered -> Sql.ordered(ordered).equals(field))) {
                complete.add(0, field);
            }
        }
        return complete;
    }

    /** Whether order decides which rows there are. */
    boolean isChosenByOrder() {
        return limit != null || offset != null || !distinctOn.isEmpty();
    }

    /** Whether {@link #distinctOn} or a limit or a lock makes the query more than a condition. */
    public boolean isConditionOnly() {
        return !isChosenByOrder() && lock == null;
    }

    private static @Nullable Integer notNegative(@Nullable Integer rows) {
        if (rows != null && rows < 0) {
            throw new IllegalArgumentException("a number of rows cannot be negative: " + rows);
        }
        return rows;
    }
}
