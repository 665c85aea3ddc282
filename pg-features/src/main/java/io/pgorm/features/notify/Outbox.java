package io.pgorm.features.notify;

import io.pgorm.client.AbstractDb;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Messages of any length that are kept: a row of a table of the application, and its key on a channel. Two equal ones of a
 * transaction are two, for their keys differ. Immutable; safe for use by several threads.
 *
 * <pre>
 * model Letter { id BigInt @id @default(autoincrement())  body Text  createdAt Timestamptz @default(now()) }
 * </pre>
 *
 * @param <T> the message
 */
public final class Outbox<T> {

    private final NotificationChannel<Long> channel;
    private final Table<?> table;
    private final Field<Long> id;
    private final Field<T> body;

    private Outbox(NotificationChannel<Long> channel, Table<?> table, Field<Long> id, Field<T> body) {
        this.channel = channel;
        this.table = table;
        this.id = id;
        this.body = body;
    }

    /**
     * @param channel where the keys go
     * @param id the key, which the database makes
     * @param body the message; the other columns have defaults
     */
    public static <T> Outbox<T> of(String channel, Table<?> table, Field<Long> id, Field<T> body) {
        return new Outbox<>(NotificationChannel.of(channel, String::valueOf, Long::valueOf), table, id, body);
    }

    /** What to listen on: the keys. */
    public NotificationChannel<Long> channel() {
        return channel;
    }

    /**
     * Keeps the message and tells its key, both when the transaction commits; one statement.
     *
     * @return the key
     */
    public long send(AbstractDb<?> db, T message) {
        return db.sql()
                .resultQuery(
                        "WITH kept AS ({0}) SELECT {1}, pg_catalog.pg_notify({2}, CAST({1} AS text)) FROM kept",
                        DSL.insertInto(table)
                                .columns(id, body)
                                .values(DSL.defaultValue(id), DSL.val(message, body))
                                .returning(id),
                        DSL.field(DSL.name("kept", id.getName()), id.getDataType()),
                        DSL.val(channel.name()))
                // what comes is known, so that the driver need not ask for it
                .coerce(id)
                .fetchSingle()
                .value1();
    }

    /** The message of a key; empty where it was deleted, or a policy hides it. */
    public Optional<T> read(AbstractDb<?> db, long key) {
        return db.sql().select(body).from(table).where(id.eq(key)).fetchOptional(body);
    }

    /**
     * The messages that are kept and have a greater key, the oldest first: after a gap. A key is taken before its
     * transaction commits, so that one with a smaller key may come later; go back a little, and forget what was seen.
     */
    public List<Record2<Long, T>> after(AbstractDb<?> db, long key, int limit) {
        return db.sql()
                .select(id, body)
                .from(table)
                .where(id.gt(key))
                .orderBy(id)
                .limit(limit)
                .fetch();
    }
}
