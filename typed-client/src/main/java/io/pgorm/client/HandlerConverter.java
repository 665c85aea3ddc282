package io.pgorm.client;

import io.pgorm.ir.spi.CustomTypeHandler;
import org.jooq.Converter;

/** The converter of a type of the application's own whose handler works on a Java type that jOOQ knows. Stateless. */
public final class HandlerConverter {

    private HandlerConverter() {}

    public static <T, D> Converter<D, T> of(CustomTypeHandler<T, D> handler) {
        return Converter.ofNullable(handler.databaseType(), handler.javaType(), handler::fromDb, handler::toDb);
    }
}
