package com.example.types;

import io.pgorm.ir.spi.CustomTypeHandler;

/** {@code Isbn} in a schema: thirteen characters in the database. */
public final class IsbnHandler implements CustomTypeHandler<Isbn, String> {

    @Override
    public String pgType() {
        return "char(13)";
    }

    @Override
    public Class<Isbn> javaType() {
        return Isbn.class;
    }

    @Override
    public Class<String> databaseType() {
        return String.class;
    }

    @Override
    public String toDb(Isbn value) {
        return value.digits();
    }

    @Override
    public Isbn fromDb(String value) {
        return new Isbn(value);
    }
}
