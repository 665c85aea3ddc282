package io.pgorm.migrations.random;

import java.util.function.IntFunction;

/**
 * A type of a column.
 *
 * @param sql its name
 * @param literal a value by number, as SQL; for most types other numbers are other values
 */
record Type(String sql, Family family, IntFunction<String> literal) {

    /** A choice of type above this means an item of the world. */
    static final int OWN = 1000;

    /** What can be done with values. */
    enum Family {
        INTEGER,
        NUMBER,
        TEXT,
        BOOLEAN,
        TIME,
        JSON,
        NETWORK,
        RANGE,
        SEARCH,
        ARRAY,
        ENUM,
        COMPOSITE,
        OTHER,
        /** Not even to be compared. */
        OPAQUE
    }

    String value(int n) {
        return literal.apply(n);
    }

    boolean isSortable() {
        return family != Family.OPAQUE;
    }

    boolean isInteger() {
        return family == Family.INTEGER;
    }

    boolean hasCollation() {
        return family == Family.TEXT;
    }

    Type array() {
        return new Type(
                sql + "[]",
                isSortable() ? Family.ARRAY : Family.OPAQUE,
                n -> "ARRAY[" + value(n) + ", " + value(n + 1) + "]::" + sql + "[]");
    }
}
