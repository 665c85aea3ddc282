package io.pgorm.features.rls.kit;

import io.pgorm.client.AbstractDb;
import java.util.function.UnaryOperator;

/**
 * Somebody who asks: {@code Caller.of("Ann", db -> db.as(Session.uid(1)))}.
 *
 * @param name for messages and tables
 * @param identity makes the client theirs
 * @param <D> the generated client
 */
public record Caller<D extends AbstractDb<D>>(String name, UnaryOperator<D> identity) {

    public static <D extends AbstractDb<D>> Caller<D> of(String name, UnaryOperator<D> identity) {
        return new Caller<>(name, identity);
    }

    /** The login role without an identity. */
    public static <D extends AbstractDb<D>> Caller<D> nobody() {
        return new Caller<>("nobody", db -> db);
    }

    @Override
    public String toString() {
        return name;
    }
}
