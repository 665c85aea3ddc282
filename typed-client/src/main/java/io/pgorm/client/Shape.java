package io.pgorm.client;

import io.pgorm.client.internal.ShapeDefinition;
import java.util.List;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/**
 * What to read, and what to make of it: a constructor and the parts that it takes, in its order. A part is a field of
 * the table, any jOOQ expression over it, or a relation: {@link ToMany#as}, {@link ToOne#as}, {@link ToMany#rows()}.
 *
 * <pre>{@code
 * record PostTitle(int id, String title) {}
 * record UserCard(int id, String email, List<PostTitle> latest, long total) {}
 *
 * static final Shape<UserCard> CARD = Shape.of(UserCard::new,
 *         USERS.ID, USERS.EMAIL,
 *         USERS.POSTS.orderBy(POSTS.ID.desc()).limit(5).as(PostTitle::new, POSTS.ID, POSTS.TITLE),
 *         USERS.POSTS.count());
 * }</pre>
 *
 * <p>The compiler checks number, order and types of the parts. A nullable field that meets a primitive parameter is a
 * {@link io.pgorm.client.error.ShapeMismatch} at first use, which names both.
 *
 * <p>Immutable and safe for use by several threads; made once and kept in a constant, it is compiled once.
 *
 * @param <R> what is made of a row
 */
public final class Shape<R> {

    private final ShapeDefinition<R> definition;

    Shape(ShapeDefinition<R> definition) {
        this.definition = definition;
    }

    /** Not API: what the query reads from. */
    public ShapeDefinition<R> definition() {
        return definition;
    }

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
                    T18 extends @Nullable Object,
                    R>
            Shape<R> of(
                    Constructor.Of18<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17, T18, R>
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
                    SelectField<T17> part17,
                    SelectField<T18> part18) {
        return new Shape<>(new ShapeDefinition<>(
                constructor,
                List.of(
                        part1, part2, part3, part4, part5, part6, part7, part8, part9, part10, part11, part12, part13,
                        part14, part15, part16, part17, part18),
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
                        (T17) v[16],
                        (T18) v[17])));
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
                    T18 extends @Nullable Object,
                    T19 extends @Nullable Object,
                    R>
            Shape<R> of(
                    Constructor.Of19<
                                    T1,
                                    T2,
                                    T3,
                                    T4,
                                    T5,
                                    T6,
                                    T7,
                                    T8,
                                    T9,
                                    T10,
                                    T11,
                                    T12,
                                    T13,
                                    T14,
                                    T15,
                                    T16,
                                    T17,
                                    T18,
                                    T19,
                                    R>
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
                    SelectField<T17> part17,
                    SelectField<T18> part18,
                    SelectField<T19> part19) {
        return new Shape<>(new ShapeDefinition<>(
                constructor,
                List.of(
                        part1, part2, part3, part4, part5, part6, part7, part8, part9, part10, part11, part12, part13,
                        part14, part15, part16, part17, part18, part19),
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
                        (T17) v[16],
                        (T18) v[17],
                        (T19) v[18])));
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
                    T18 extends @Nullable Object,
                    T19 extends @Nullable Object,
                    T20 extends @Nullable Object,
                    R>
            Shape<R> of(
                    Constructor.Of20<
                                    T1,
                                    T2,
                                    T3,
                                    T4,
                                    T5,
                                    T6,
                                    T7,
                                    T8,
                                    T9,
                                    T10,
                                    T11,
                                    T12,
                                    T13,
                                    T14,
                                    T15,
                                    T16,
                                    T17,
                                    T18,
                                    T19,
                                    T20,
                                    R>
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
                    SelectField<T17> part17,
                    SelectField<T18> part18,
                    SelectField<T19> part19,
                    SelectField<T20> part20) {
        return new Shape<>(new ShapeDefinition<>(
                constructor,
                List.of(
                        part1, part2, part3, part4, part5, part6, part7, part8, part9, part10, part11, part12, part13,
                        part14, part15, part16, part17, part18, part19, part20),
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
                        (T17) v[16],
                        (T18) v[17],
                        (T19) v[18],
                        (T20) v[19])));
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
                    T18 extends @Nullable Object,
                    T19 extends @Nullable Object,
                    T20 extends @Nullable Object,
                    T21 extends @Nullable Object,
                    R>
            Shape<R> of(
                    Constructor.Of21<
                                    T1,
                                    T2,
                                    T3,
                                    T4,
                                    T5,
                                    T6,
                                    T7,
                                    T8,
                                    T9,
                                    T10,
                                    T11,
                                    T12,
                                    T13,
                                    T14,
                                    T15,
                                    T16,
                                    T17,
                                    T18,
                                    T19,
                                    T20,
                                    T21,
                                    R>
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
                    SelectField<T17> part17,
                    SelectField<T18> part18,
                    SelectField<T19> part19,
                    SelectField<T20> part20,
                    SelectField<T21> part21) {
        return new Shape<>(new ShapeDefinition<>(
                constructor,
                List.of(
                        part1, part2, part3, part4, part5, part6, part7, part8, part9, part10, part11, part12, part13,
                        part14, part15, part16, part17, part18, part19, part20, part21),
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
                        (T17) v[16],
                        (T18) v[17],
                        (T19) v[18],
                        (T20) v[19],
                        (T21) v[20])));
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
                    T18 extends @Nullable Object,
                    T19 extends @Nullable Object,
                    T20 extends @Nullable Object,
                    T21 extends @Nullable Object,
                    T22 extends @Nullable Object,
                    R>
            Shape<R> of(
                    Constructor.Of22<
                                    T1,
                                    T2,
                                    T3,
                                    T4,
                                    T5,
                                    T6,
                                    T7,
                                    T8,
                                    T9,
                                    T10,
                                    T11,
                                    T12,
                                    T13,
                                    T14,
                                    T15,
                                    T16,
                                    T17,
                                    T18,
                                    T19,
                                    T20,
                                    T21,
                                    T22,
                                    R>
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
                    SelectField<T17> part17,
                    SelectField<T18> part18,
                    SelectField<T19> part19,
                    SelectField<T20> part20,
                    SelectField<T21> part21,
                    SelectField<T22> part22) {
        return new Shape<>(new ShapeDefinition<>(
                constructor,
                List.of(
                        part1, part2, part3, part4, part5, part6, part7, part8, part9, part10, part11, part12, part13,
                        part14, part15, part16, part17, part18, part19, part20, part21, part22),
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
                        (T17) v[16],
                        (T18) v[17],
                        (T19) v[18],
                        (T20) v[19],
                        (T21) v[20],
                        (T22) v[21])));
    }
}
