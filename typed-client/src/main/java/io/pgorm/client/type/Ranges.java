package io.pgorm.client.type;

import io.pgorm.client.TypeBinding;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;

/**
 * Conditions on columns of ranges and multiranges, by the operators that a GiST index and an exclusion constraint know. The
 * methods throw IllegalArgumentException for a field that is no such column. Stateless.
 */
public final class Ranges {

    private Ranges() {}

    /** Whether the value is in the range: {@code @>}. */
    public static <T> Condition contains(Field<Range<T>> range, T value) {
        return holds(range, value);
    }

    /** Whether the whole other range is in the range: {@code @>}. */
    public static <T> Condition encloses(Field<Range<T>> range, Range<T> other) {
        return DSL.condition("{0} @> {1}", range, DSL.val(other, range));
    }

    /** Whether the whole range is in the other: {@code <@}. */
    public static <T> Condition isWithin(Field<Range<T>> range, Range<T> other) {
        return DSL.condition("{0} <@ {1}", range, DSL.val(other, range));
    }

    /** Whether something is in both: {@code &&}. */
    public static <T> Condition overlaps(Field<Range<T>> range, Range<T> other) {
        return overlaps(range, DSL.val(other, range));
    }

    /** Whether something is in both columns. */
    public static <T> Condition overlaps(Field<Range<T>> range, Field<Range<T>> other) {
        return DSL.condition("{0} && {1}", range, other);
    }

    /** Whether one ends where the other begins, and nothing is in both or between them: {@code -|-}. */
    public static <T> Condition isAdjacentTo(Field<Range<T>> range, Range<T> other) {
        return DSL.condition("{0} -|- {1}", range, DSL.val(other, range));
    }

    /** Whether it ends before the other begins: {@code <<}. */
    public static <T> Condition isBefore(Field<Range<T>> range, Range<T> other) {
        return DSL.condition("{0} << {1}", range, DSL.val(other, range));
    }

    /** Whether it begins behind the end of the other: {@code >>}. */
    public static <T> Condition isAfter(Field<Range<T>> range, Range<T> other) {
        return DSL.condition("{0} >> {1}", range, DSL.val(other, range));
    }

    /** Whether the value is in one of the ranges: {@code @>}. */
    public static <T> Condition anyContains(Field<Multirange<T>> ranges, T value) {
        return holds(ranges, value);
    }

    /** Whether something is in both: {@code &&}. */
    public static <T> Condition anyOverlaps(Field<Multirange<T>> ranges, Multirange<T> other) {
        return DSL.condition("{0} && {1}", ranges, DSL.val(other, ranges));
    }

    /** Whether nothing is in it. */
    public static Condition isEmpty(Field<? extends Range<?>> range) {
        return DSL.condition("isempty({0})", range);
    }

    /** The lower bound; NULL where there is none. */
    public static <T> Field<T> lower(Field<Range<T>> range) {
        return DSL.field("lower({0})", boundType(range), range);
    }

    /** The upper bound; NULL where there is none. */
    public static <T> Field<T> upper(Field<Range<T>> range) {
        return DSL.field("upper({0})", boundType(range), range);
    }

    private static <T> Condition holds(Field<?> range, T value) {
        DataType<T> type = boundType(range);
        // Without a type PostgreSQL would take the value for a range.
        return DSL.condition("{0} @> {1}::" + bound(range).sqlName(), range, DSL.val(value, type));
    }

    @SuppressWarnings("unchecked") // the bounds of the column's ranges are T
    private static <T> DataType<T> boundType(Field<?> range) {
        return (DataType<T>)
                DefaultDataType.getDataType(SQLDialect.POSTGRES, bound(range).javaType());
    }

    private static TextType<?> bound(Field<?> range) {
        if (range.getDataType().getBinding() instanceof TypeBinding<?, ?> binding) {
            return binding.type()
                    .bound()
                    .orElseThrow(() -> new IllegalArgumentException(range.getName() + " has no ranges"));
        }
        throw new IllegalArgumentException(range.getName() + " is no column of ranges");
    }
}
