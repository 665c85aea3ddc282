package io.pgorm.client;

import io.pgorm.client.internal.ShapeDefinition;
import java.util.List;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/** {@code Shape.of} for 1 to 11 parts. */
abstract sealed class ShapesTo11 permits ShapesTo17 {

    ShapesTo11() {}

    @SuppressWarnings({"unchecked", "NullAway"}) // the readers of the parts give values of the parts' types
    public static <T1 extends @Nullable Object, R> Shape<R> of(
            Constructor.Of1<T1, R> constructor, SelectField<T1> part1) {
        return new Shape<>(new ShapeDefinition<>(constructor, List.of(part1), v -> constructor.construct((T1) v[0])));
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the readers of the parts give values of the parts' types
    public static <T1 extends @Nullable Object, T2 extends @Nullable Object, R> Shape<R> of(
            Constructor.Of2<T1, T2, R> constructor, SelectField<T1> part1, SelectField<T2> part2) {
        return new Shape<>(new ShapeDefinition<>(
                constructor, List.of(part1, part2), v -> constructor.construct((T1) v[0], (T2) v[1])));
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the readers of the parts give values of the parts' types
    public static <T1 extends @Nullable Object, T2 extends @Nullable Object, T3 extends @Nullable Object, R>
            Shape<R> of(
                    Constructor.Of3<T1, T2, T3, R> constructor,
                    SelectField<T1> part1,
                    SelectField<T2> part2,
                    SelectField<T3> part3) {
        return new Shape<>(new ShapeDefinition<>(
                constructor,
                List.of(part1, part2, part3),
                v -> constructor.construct((T1) v[0], (T2) v[1], (T3) v[2])));
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the readers of the parts give values of the parts' types
    public static <
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    R>
            Shape<R> of(
                    Constructor.Of4<T1, T2, T3, T4, R> constructor,
                    SelectField<T1> part1,
                    SelectField<T2> part2,
                    SelectField<T3> part3,
                    SelectField<T4> part4) {
        return new Shape<>(new ShapeDefinition<>(
                constructor,
                List.of(part1, part2, part3, part4),
                v -> constructor.construct((T1) v[0], (T2) v[1], (T3) v[2], (T4) v[3])));
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the readers of the parts give values of the parts' types
    public static <
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    T5 extends @Nullable Object,
                    R>
            Shape<R> of(
                    Constructor.Of5<T1, T2, T3, T4, T5, R> constructor,
                    SelectField<T1> part1,
                    SelectField<T2> part2,
                    SelectField<T3> part3,
                    SelectField<T4> part4,
                    SelectField<T5> part5) {
        return new Shape<>(new ShapeDefinition<>(
                constructor,
                List.of(part1, part2, part3, part4, part5),
                v -> constructor.construct((T1) v[0], (T2) v[1], (T3) v[2], (T4) v[3], (T5) v[4])));
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the readers of the parts give values of the parts' types
    public static <
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    T5 extends @Nullable Object,
                    T6 extends @Nullable Object,
                    R>
            Shape<R> of(
                    Constructor.Of6<T1, T2, T3, T4, T5, T6, R> constructor,
                    SelectField<T1> part1,
                    SelectField<T2> part2,
                    SelectField<T3> part3,
                    SelectField<T4> part4,
                    SelectField<T5> part5,
                    SelectField<T6> part6) {
        return new Shape<>(new ShapeDefinition<>(
                constructor,
                List.of(part1, part2, part3, part4, part5, part6),
                v -> constructor.construct((T1) v[0], (T2) v[1], (T3) v[2], (T4) v[3], (T5) v[4], (T6) v[5])));
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the readers of the parts give values of the parts' types
    public static <
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    T5 extends @Nullable Object,
                    T6 extends @Nullable Object,
                    T7 extends @Nullable Object,
                    R>
            Shape<R> of(
                    Constructor.Of7<T1, T2, T3, T4, T5, T6, T7, R> constructor,
                    SelectField<T1> part1,
                    SelectField<T2> part2,
                    SelectField<T3> part3,
                    SelectField<T4> part4,
                    SelectField<T5> part5,
                    SelectField<T6> part6,
                    SelectField<T7> part7) {
        return new Shape<>(new ShapeDefinition<>(
                constructor,
                List.of(part1, part2, part3, part4, part5, part6, part7),
                v -> constructor.construct(
                        (T1) v[0], (T2) v[1], (T3) v[2], (T4) v[3], (T5) v[4], (T6) v[5], (T7) v[6])));
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the readers of the parts give values of the parts' types
    public static <
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    T5 extends @Nullable Object,
                    T6 extends @Nullable Object,
                    T7 extends @Nullable Object,
                    T8 extends @Nullable Object,
                    R>
            Shape<R> of(
                    Constructor.Of8<T1, T2, T3, T4, T5, T6, T7, T8, R> constructor,
                    SelectField<T1> part1,
                    SelectField<T2> part2,
                    SelectField<T3> part3,
                    SelectField<T4> part4,
                    SelectField<T5> part5,
                    SelectField<T6> part6,
                    SelectField<T7> part7,
                    SelectField<T8> part8) {
        return new Shape<>(new ShapeDefinition<>(
                constructor,
                List.of(part1, part2, part3, part4, part5, part6, part7, part8),
                v -> constructor.construct(
                        (T1) v[0], (T2) v[1], (T3) v[2], (T4) v[3], (T5) v[4], (T6) v[5], (T7) v[6], (T8) v[7])));
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the readers of the parts give values of the parts' types
    public static <
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
            Shape<R> of(
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
        return new Shape<>(new ShapeDefinition<>(
                constructor,
                List.of(part1, part2, part3, part4, part5, part6, part7, part8, part9),
                v -> constructor.construct(
                        (T1) v[0], (T2) v[1], (T3) v[2], (T4) v[3], (T5) v[4], (T6) v[5], (T7) v[6], (T8) v[7],
                        (T9) v[8])));
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the readers of the parts give values of the parts' types
    public static <
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
            Shape<R> of(
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
        return new Shape<>(new ShapeDefinition<>(
                constructor,
                List.of(part1, part2, part3, part4, part5, part6, part7, part8, part9, part10),
                v -> constructor.construct(
                        (T1) v[0],
                        (T2) v[1],
                        (T3) v[2],
                        (T4) v[3],
                        (T5) v[4],
                        (T6) v[5],
                        (T7) v[6],
                        (T8) v[7],
                        (T9) v[8],
                        (T10) v[9])));
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the readers of the parts give values of the parts' types
    public static <
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
            Shape<R> of(
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
        return new Shape<>(new ShapeDefinition<>(
                constructor,
                List.of(part1, part2, part3, part4, part5, part6, part7, part8, part9, part10, part11),
                v -> constructor.construct(
                        (T1) v[0],
                        (T2) v[1],
                        (T3) v[2],
                        (T4) v[3],
                        (T5) v[4],
                        (T6) v[5],
                        (T7) v[6],
                        (T8) v[7],
                        (T9) v[8],
                        (T10) v[9],
                        (T11) v[10])));
    }
}
