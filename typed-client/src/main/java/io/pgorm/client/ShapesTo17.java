package io.pgorm.client;

import io.pgorm.client.internal.ShapeDefinition;
import java.util.List;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/** {@code Shape.of} for 12 to 17 parts. */
abstract sealed class ShapesTo17 extends ShapesTo11 permits ShapesTo22 {

    ShapesTo17() {}

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
                    T12 extends @Nullable Object,
                    R>
            Shape<R> of(
                    Constructor.Of12<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, R> constructor,
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
                    SelectField<T11> part11,
                    SelectField<T12> part12) {
        return new Shape<>(new ShapeDefinition<>(
                constructor,
                List.of(part1, part2, part3, part4, part5, part6, part7, part8, part9, part10, part11, part12),
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
                        (T11) v[10],
                        (T12) v[11])));
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
                    T12 extends @Nullable Object,
                    T13 extends @Nullable Object,
                    R>
            Shape<R> of(
                    Constructor.Of13<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, R> constructor,
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
                    SelectField<T11> part11,
                    SelectField<T12> part12,
                    SelectField<T13> part13) {
        return new Shape<>(new ShapeDefinition<>(
                constructor,
                List.of(part1, part2, part3, part4, part5, part6, part7, part8, part9, part10, part11, part12, part13),
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
                        (T11) v[10],
                        (T12) v[11],
                        (T13) v[12])));
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
                    T12 extends @Nullable Object,
                    T13 extends @Nullable Object,
                    T14 extends @Nullable Object,
                    R>
            Shape<R> of(
                    Constructor.Of14<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, R> constructor,
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
                    SelectField<T11> part11,
                    SelectField<T12> part12,
                    SelectField<T13> part13,
                    SelectField<T14> part14) {
        return new Shape<>(new ShapeDefinition<>(
                constructor,
                List.of(
                        part1, part2, part3, part4, part5, part6, part7, part8, part9, part10, part11, part12, part13,
                        part14),
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
                        (T11) v[10],
                        (T12) v[11],
                        (T13) v[12],
                        (T14) v[13])));
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
                    T12 extends @Nullable Object,
                    T13 extends @Nullable Object,
                    T14 extends @Nullable Object,
                    T15 extends @Nullable Object,
                    R>
            Shape<R> of(
                    Constructor.Of15<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, R> constructor,
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
                    SelectField<T11> part11,
                    SelectField<T12> part12,
                    SelectField<T13> part13,
                    SelectField<T14> part14,
                    SelectField<T15> part15) {
        return new Shape<>(new ShapeDefinition<>(
                constructor,
                List.of(
                        part1, part2, part3, part4, part5, part6, part7, part8, part9, part10, part11, part12, part13,
                        part14, part15),
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
                        (T11) v[10],
                        (T12) v[11],
                        (T13) v[12],
                        (T14) v[13],
                        (T15) v[14])));
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
                    T12 extends @Nullable Object,
                    T13 extends @Nullable Object,
                    T14 extends @Nullable Object,
                    T15 extends @Nullable Object,
                    T16 extends @Nullable Object,
                    R>
            Shape<R> of(
                    Constructor.Of16<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, R>
                            constructor,
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
                    SelectField<T11> part11,
                    SelectField<T12> part12,
                    SelectField<T13> part13,
                    SelectField<T14> part14,
                    SelectField<T15> part15,
                    SelectField<T16> part16) {
        return new Shape<>(new ShapeDefinition<>(
                constructor,
                List.of(
                        part1, part2, part3, part4, part5, part6, part7, part8, part9, part10, part11, part12, part13,
                        part14, part15, part16),
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
                        (T11) v[10],
                        (T12) v[11],
                        (T13) v[12],
                        (T14) v[13],
                        (T15) v[14],
                        (T16) v[15])));
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
                    T12 extends @Nullable Object,
                    T13 extends @Nullable Object,
                    T14 extends @Nullable Object,
                    T15 extends @Nullable Object,
                    T16 extends @Nullable Object,
                    T17 extends @Nullable Object,
                    R>
            Shape<R> of(
                    Constructor.Of17<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17, R>
                            constructor,
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
                    SelectField<T11> part11,
                    SelectField<T12> part12,
                    SelectField<T13> part13,
                    SelectField<T14> part14,
                    SelectField<T15> part15,
                    SelectField<T16> part16,
                    SelectField<T17> part17) {
        return new Shape<>(new ShapeDefinition<>(
                constructor,
                List.of(
                        part1, part2, part3, part4, part5, part6, part7, part8, part9, part10, part11, part12, part13,
                        part14, part15, part16, part17),
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
                        (T11) v[10],
                        (T12) v[11],
                        (T13) v[12],
                        (T14) v[13],
                        (T15) v[14],
                        (T16) v[15],
                        (T17) v[16])));
    }
}
