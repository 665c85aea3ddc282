package io.pgorm.client;

import io.pgorm.ir.spi.CustomTypeHandler;

/**
 * The binding of a type of the application's own whose handler reads and writes PostgreSQL's text. Generated code makes
 * it. Stateless, as the handler is.
 *
 * @param <D> what jOOQ takes the type of the database for; it is never looked at
 * @param <T> the Java type
 */
public final class HandlerBinding<D, T> extends UntypedBinding<D, T> {

    private static final long serialVersionUID = 1L;

    public HandlerBinding(CustomTypeHandler<T, String> handler) {
        super(handler.javaType(), handler::fromDb, handler::toDb);
    }
}
