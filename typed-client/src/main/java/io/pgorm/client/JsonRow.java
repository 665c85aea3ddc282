package io.pgorm.client;

import io.pgorm.client.internal.JsonReading;
import io.pgorm.client.internal.Lock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The row with a key as JSON, as {@link JsonRows} says: {@code db.users().byId(7).asJson(CARD).text()}. Its SQL is rendered once.
 * Immutable; safe for use by several threads, unless it belongs to a transaction.
 */
public final class JsonRow {

    private final DbContext context;
    private final Shape<?> shape;
    private final Key<?> key;
    private final Object[] values;
    private final @Nullable Lock lock;

    JsonRow(DbContext context, Shape<?> shape, Key<?> key, Object[] values, @Nullable Lock lock) {
        this.context = context;
        this.shape = shape;
        this.key = key;
        this.values = values;
        this.lock = lock;
    }

    /**
     * The object; empty if there is no such row, or none that the caller may see.
     *
     * @throws io.pgorm.client.error.ShapeMismatch as {@link JsonRows#text()}
     * @throws io.pgorm.client.error.PgOrmException if PostgreSQL refuses or cannot be reached
     */
    public Optional<String> text() {
        return bytes().map(JsonReading::text);
    }

    /** As {@link #text()}, in UTF-8 as it came over the wire. */
    public Optional<byte[]> bytes() {
        return JsonReading.byKey(shape, key, lock).send(context.channel(), context.identity(), values);
    }
}
