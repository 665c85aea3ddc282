package io.pgorm.client.internal;

import io.pgorm.client.TextBinding;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Where a row stands in one field of an order: the value as PostgreSQL writes it, so that nothing is lost in between.
 * Never part of {@code toString}.
 */
record Position(@Nullable String text) {

    /** Sent without a type, so that the server reads it as the type of what it is compared with. */
    private static final DataType<String> UNTYPED = SQLDataType.OTHER.asConvertedDataType(new TextBinding<>());

    boolean isNull() {
        return text == null;
    }

    Field<String> parameter() {
        return DSL.val(text, UNTYPED);
    }

    @Override
    public String toString() {
        return "?";
    }
}
