package com.example.types;

import io.pgorm.ir.spi.CustomTypeHandler;

/** {@code Cents} in a schema: a bigint in the database, which can be summed and compared there. */
public final class CentsHandler implements CustomTypeHandler<Cents, Long> {

    @Override
    public String pgType() {
        return "bigint";
    }

    @Override
    public Class<Cents> javaType() {
        return Cents.class;
    }

    @Override
    public Class<Long> databaseType() {
        return Long.class;
    }

    @Override
    public Long toDb(Cents value) {
        return value.amount();
    }

    @Override
    public Cents fromDb(Long value) {
        return new Cents(value);
    }
}
