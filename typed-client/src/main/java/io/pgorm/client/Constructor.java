package io.pgorm.client;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a shape is made by: a constructor reference such as {@code PostTitle::new}, or any function of as many
 * parameters as the shape has parts.
 *
 * <p>They are {@link Serializable} for one reason: it lets a shape look at the signature behind a constructor reference
 * when it is first used, and name a nullable field that meets a primitive parameter before a NULL does.
 */
public interface Constructor extends Serializable {

    /** Takes 1 part. */
    @FunctionalInterface
    interface Of1<T1 extends @Nullable Object, R> extends Constructor {
        R construct(T1 t1);
    }

    /** Takes 2 parts. */
    @FunctionalInterface
    interface Of2<T1 extends @Nullable Object, T2 extends @Nullable Object, R> extends Constructor {
        R construct(T1 t1, T2 t2);
    }

    /** Takes 3 parts. */
    @FunctionalInterface
    interface Of3<T1 extends @Nullable Object, T2 extends @Nullable Object, T3 extends @Nullable Object, R>
            extends Constructor {
        R construct(T1 t1, T2 t2, T3 t3);
    }

    /** Takes 4 parts. */
    @FunctionalInterface
    interface Of4<
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    R>
            extends Constructor {
        R construct(T1 t1, T2 t2, T3 t3, T4 t4);
    }

    /** Takes 5 parts. */
    @FunctionalInterface
    interface Of5<
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    T5 extends @Nullable Object,
                    R>
            extends Constructor {
        R construct(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5);
    }

    /** Takes 6 parts. */
    @FunctionalInterface
    interface Of6<
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    T5 extends @Nullable Object,
                    T6 extends @Nullable Object,
                    R>
            extends Constructor {
        R construct(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6);
    }

    /** Takes 7 parts. */
    @FunctionalInterface
    interface Of7<
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    T5 extends @Nullable Object,
                    T6 extends @Nullable Object,
                    T7 extends @Nullable Object,
                    R>
            extends Constructor {
        R construct(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7);
    }

    /** Takes 8 parts. */
    @FunctionalInterface
    interface Of8<
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    T5 extends @Nullable Object,
                    T6 extends @Nullable Object,
                    T7 extends @Nullable Object,
                    T8 extends @Nullable Object,
                    R>
            extends Constructor {
        R construct(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8);
    }

    /** Takes 9 parts. */
    @FunctionalInterface
    interface Of9<
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
            extends Constructor {
        R construct(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9);
    }

    /** Takes 10 parts. */
    @FunctionalInterface
    interface Of10<
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
            extends Constructor {
        R construct(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10);
    }

    /** Takes 11 parts. */
    @FunctionalInterface
    interface Of11<
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
            extends Constructor {
        R construct(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11);
    }

    /** Takes 12 parts. */
    @FunctionalInterface
    interface Of12<
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
            extends Constructor {
        R construct(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11, T12 t12);
    }

    /** Takes 13 parts. */
    @FunctionalInterface
    interface Of13<
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
            extends Constructor {
        R construct(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11, T12 t12, T13 t13);
    }

    /** Takes 14 parts. */
    @FunctionalInterface
    interface Of14<
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
            extends Constructor {
        R construct(
                T1 t1,
                T2 t2,
                T3 t3,
                T4 t4,
                T5 t5,
                T6 t6,
                T7 t7,
                T8 t8,
                T9 t9,
                T10 t10,
                T11 t11,
                T12 t12,
                T13 t13,
                T14 t14);
    }

    /** Takes 15 parts. */
    @FunctionalInterface
    interface Of15<
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
            extends Constructor {
        R construct(
                T1 t1,
                T2 t2,
                T3 t3,
                T4 t4,
                T5 t5,
                T6 t6,
                T7 t7,
                T8 t8,
                T9 t9,
                T10 t10,
                T11 t11,
                T12 t12,
                T13 t13,
                T14 t14,
                T15 t15);
    }

    /** Takes 16 parts. */
    @FunctionalInterface
    interface Of16<
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
            extends Constructor {
        R construct(
                T1 t1,
                T2 t2,
                T3 t3,
                T4 t4,
                T5 t5,
                T6 t6,
                T7 t7,
                T8 t8,
                T9 t9,
                T10 t10,
                T11 t11,
                T12 t12,
                T13 t13,
                T14 t14,
                T15 t15,
                T16 t16);
    }

    /** Takes 17 parts. */
    @FunctionalInterface
    interface Of17<
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
            extends Constructor {
        R construct(
                T1 t1,
                T2 t2,
                T3 t3,
                T4 t4,
                T5 t5,
                T6 t6,
                T7 t7,
                T8 t8,
                T9 t9,
                T10 t10,
                T11 t11,
                T12 t12,
                T13 t13,
                T14 t14,
                T15 t15,
                T16 t16,
                T17 t17);
    }

    /** Takes 18 parts. */
    @FunctionalInterface
    interface Of18<
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
            extends Constructor {
        R construct(
                T1 t1,
                T2 t2,
                T3 t3,
                T4 t4,
                T5 t5,
                T6 t6,
                T7 t7,
                T8 t8,
                T9 t9,
                T10 t10,
                T11 t11,
                T12 t12,
                T13 t13,
                T14 t14,
                T15 t15,
                T16 t16,
                T17 t17,
                T18 t18);
    }

    /** Takes 19 parts. */
    @FunctionalInterface
    interface Of19<
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
            extends Constructor {
        R construct(
                T1 t1,
                T2 t2,
                T3 t3,
                T4 t4,
                T5 t5,
                T6 t6,
                T7 t7,
                T8 t8,
                T9 t9,
                T10 t10,
                T11 t11,
                T12 t12,
                T13 t13,
                T14 t14,
                T15 t15,
                T16 t16,
                T17 t17,
                T18 t18,
                T19 t19);
    }

    /** Takes 20 parts. */
    @FunctionalInterface
    interface Of20<
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
            extends Constructor {
        R construct(
                T1 t1,
                T2 t2,
                T3 t3,
                T4 t4,
                T5 t5,
                T6 t6,
                T7 t7,
                T8 t8,
                T9 t9,
                T10 t10,
                T11 t11,
                T12 t12,
                T13 t13,
                T14 t14,
                T15 t15,
                T16 t16,
                T17 t17,
                T18 t18,
                T19 t19,
                T20 t20);
    }

    /** Takes 21 parts. */
    @FunctionalInterface
    interface Of21<
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
            extends Constructor {
        R construct(
                T1 t1,
                T2 t2,
                T3 t3,
                T4 t4,
                T5 t5,
                T6 t6,
                T7 t7,
                T8 t8,
                T9 t9,
                T10 t10,
                T11 t11,
                T12 t12,
                T13 t13,
                T14 t14,
                T15 t15,
                T16 t16,
                T17 t17,
                T18 t18,
                T19 t19,
                T20 t20,
                T21 t21);
    }

    /** Takes 22 parts. */
    @FunctionalInterface
    interface Of22<
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
            extends Constructor {
        R construct(
                T1 t1,
                T2 t2,
                T3 t3,
                T4 t4,
                T5 t5,
                T6 t6,
                T7 t7,
                T8 t8,
                T9 t9,
                T10 t10,
                T11 t11,
                T12 t12,
                T13 t13,
                T14 t14,
                T15 t15,
                T16 t16,
                T17 t17,
                T18 t18,
                T19 t19,
                T20 t20,
                T21 t21,
                T22 t22);
    }
}
