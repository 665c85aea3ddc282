package io.pgorm.features.timescale.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.PgType;

/** By what a hypertable may be cut into chunks. */
enum TimeType {
    /** A point in time or a day: chunks are intervals. */
    TIME,
    /** A whole number: chunks are numbers too. */
    NUMBER,
    NONE;

    static TimeType of(Column column) {
        if (!(column.type() instanceof ColumnType.Scalar scalar) || scalar.array()) {
            return NONE;
        }
        PgType type = scalar.type();
        return switch (type.kind()) {
            case INTEGER, SERIAL -> NUMBER;
            case TEMPORAL -> type.sql().equals("date") || type.sql().startsWith("timestamp") ? TIME : NONE;
            default -> NONE;
        };
    }
}
