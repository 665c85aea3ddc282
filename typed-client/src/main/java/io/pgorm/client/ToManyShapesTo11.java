package io.pgorm.client;

import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/** {@code as} of a relation to many, for 1 to 11 parts. */
abstract sealed class ToManyShapesTo11 permits ToManyShapesTo17 {

    ToManyShapesTo11() {}

    /** The related rows in the given shape. */
    public abstract <R> ManyPart<R> as(Shape<R> shape);

    public final <T1 extends @Nullable Object, R> ManyPart<R> as(
            Constructor.Of1<T1, R> constructor, SelectField<T1> part1) {
        return as(Shape.of(constructor, part1));
    }

    public final <T1 extends @Nullable Object, T2 extends @Nullable Object, R> ManyPart<R> as(
            Constructor.Of2<T1, T2, R> constructor, SelectField<T1> part1, SelectField<T2> part2) {
        return as(Shape.of(constructor, part1, part2));
    }

    public final <T1 extends @Nullable Object, T2 extends @Nullable Object, T3 extends @Nullable Object, R>
            ManyPart<R> as(
                    Constructor.Of3<T1, T2, T3, R> constructor,
                    SelectField<T1> part1,
                    SelectField<T2> part2,
                    SelectField<T3> part3) {
        return as(Shape.of(constructor, part1, part2, part3));
    }

    public final <
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    R>
            ManyPart<R> as(
                    Constructor.Of4<T1, T2, T3, T4, R> constructor,
                    SelectField<T1> part1,
                    SelectField<T2> part2,
                    SelectField<T3> part3,
                    SelectField<T4> part4) {
        return as(Shape.of(constructor, part1, part2, part3, part4));
    }

    public final <
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    T5 extends @Nullable Object,
                    R>
            ManyPart<R> as(
                    Constructor.Of5<T1, T2, T3, T4, T5, R> constructor,
                    SelectField<T1> part1,
                    SelectField<T2> part2,
                    SelectField<T3> part3,
                    SelectField<T4> part4,
                    SelectField<T5> part5) {
        return as(Shape.of(constructor, part1, part2, part3, part4, part5));
    }

    public final <
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    T5 extends @Nullable Object,
                    T6 extends @Nullable Object,
                    R>
            ManyPart<R> as(
                    Constructor.Of6<T1, T2, T3, T4, T5, T6, R> constructor,
                    SelectField<T1> part1,
                    SelectField<T2> part2,
                    SelectField<T3> part3,
                    SelectField<T4> part4,
                    SelectField<T5> part5,
                    SelectField<T6> part6) {
        return as(Shape.of(constructor, part1, part2, part3, part4, part5, part6));
    }

    public final <
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    T5 extends @Nullable Object,
                    T6 extends @Nullable Object,
                    T7 extends @Nullable Object,
                    R>
            ManyPart<R> as(
                    Constructor.Of7<T1, T2, T3, T4, T5, T6, T7, R> constructor,
                    SelectField<T1> part1,
                    SelectField<T2> part2,
                    SelectField<T3> part3,
                    SelectField<T4> part4,
                    SelectField<T5> part5,
                    SelectField<T6> part6,
                    SelectField<T7> part7) {
        return as(Shape.of(constructor, part1, part2, part3, part4, part5, part6, part7));
    }

    public final <
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    T5 extends @Nullable Object,
                    T6 extends @Nullable Object,
                    T7 extends @Nullable Object,
                    T8 extends @Nullable Object,
                    R>
            ManyPart<R> as(
                    Constructor.Of8<T1, T2, T3, T4, T5, T6, T7, T8, R> constructor,
                    SelectField<T1> part1,
                    SelectField<T2> part2,
                    SelectField<T3> part3,
                    SelectField<T4> part4,
                    SelectField<T5> part5,
                    SelectField<T6> part6,
                    SelectField<T7> part7,
                    SelectField<T8> part8) {
        return as(Shape.of(constructor, part1, part2, part3, part4, part5, part6, part7, part8));
    }

    public final <
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    T5 extends @Nullable Object,
                    T6 extends @Nullable Object,
                    T7 extends @Nullable Object,
                    T8 extends @Nullable Object,
                    T9 extends @Nullable Object,
                    R>
            ManyPart<R> as(
                    Constructor.Of9<T1, T2, T3, T4, T5, T6, T7, T8, T9, R> constructor,
                    SelectField<T1> part1,
                    SelectField<T2> part2,
                    SelectField<T3> part3,
                    SelectField<T4> part4,
                    SelectField<T5> part5,
                    SelectField<T6> part6,
                    SelectField<T7> part7,
                    SelectField<T8> part8,
                    SelectField<T9> part9) {
        return as(Shape.of(constructor, part1, part2, part3, part4, part5, part6, part7, part8, part9));
    }

    public final <
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    T5 extends @Nullable Object,
                    T6 extends @Nullable Object,
                    T7 extends @Nullable Object,
                    T8 extends @Nullable Object,
                    T9 extends @Nullable Object,
                    T10 extends @Nullable Object,
                    R>
            ManyPart<R> as(
                    Constructor.Of10<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, R> constructor,
                    SelectField<T1> part1,
                    SelectField<T2> part2,
                    SelectField<T3> part3,
                    SelectField<T4> part4,
                    SelectField<T5> part5,
                    SelectField<T6> part6,
                    SelectField<T7> part7,
                    SelectField<T8> part8,
                    SelectField<T9> part9,
                    SelectField<T10> part10) {
        return as(Shape.of(constructor, part1, part2, part3, part4, part5, part6, part7, part8, part9, part10));
    }

    public final <
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    T5 extends @Nullable Object,
                    T6 extends @Nullable Object,
                    T7 extends @Nullable Object,
                    T8 extends @Nullable Object,
                    T9 extends @Nullable Object,
                    T10 extends @Nullable Object,
                    T11 extends @Nullable Object,
                    R>
            ManyPart<R> as(
                    Constructor.Of11<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, R> constructor,
                    SelectField<T1> part1,
                    SelectField<T2> part2,
                    SelectField<T3> part3,
                    SelectField<T4> part4,
                    SelectField<T5> part5,
                    SelectField<T6> part6,
                    SelectField<T7> part7,
                    SelectField<T8> part8,
                    SelectField<T9> part9,
                    SelectField<T10> part10,
                    SelectField<T11> part11) {
        return as(Shape.of(constructor, part1, part2, part3, part4, part5, part6, part7, part8, part9, part10, part11));
    }
}
