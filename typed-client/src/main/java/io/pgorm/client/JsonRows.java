package io.pgorm.client;

import io.pgorm.client.internal.JsonReading;
import io.pgorm.client.internal.Rows;

/**
 * The rows of a query as one array of JSON, which PostgreSQL makes: {@code db.users().limit(10).asJson(CARD).text()}. No record
 * is built; what leaves as JSON is passed on as it came. One round trip and one statement, however deep the shape is.
 * Immutable; safe for use by several threads, unless it belongs to a transaction.
 *
 * <p>Names are those of the records' components, nesting is that of the shape, relations to many are arrays. Values have
 * PostgreSQL's JSON form: numbers with all their digits (beyond 2<sup>53</sup> JavaScript does not keep them), {@code NaN} and
 * {@code Infinity} as texts; times in ISO 8601, a {@code Timestamptz} with the offset of the session, whose zone is the JVM's; enums
 * by their names in the database; {@code jsonb} as it is; arrays as arrays; a type with a cast to JSON by that; all else as text.
 * Only bytes are in Base64. What Java makes of a value, by a converter or in a constructor, is not in it.
 */
public final class JsonRows {

    private static final Object[] NOTHING = {};

    private final DbContext context;
    private final Shape<?> shape;
    private final Rows rows;

    JsonRows(DbContext context, Shape<?> shape, Rows rows) {
        this.context = context;
        this.shape = shape;
        this.rows = rows;
    }

    /**
     * The array; {@code []} where there is no row.
     *
     * @throws io.pgorm.client.error.ShapeMismatch if the parts do not fit the constructor or the table, or a part of the
     *     shape is made by a function that is no constructor of a record
     * @throws IllegalStateException if rows are to be locked outside a transaction
     * @throws io.pgorm.client.error.PgOrmException if PostgreSQL refuses or cannot be reached
     */
    public String text() {
        return JsonReading.text(bytes());
    }

    /** As {@link #text()}, in UTF-8 as it came over the wire. */
    public byte[] bytes() {
        return JsonReading.rows(shape, rows).send(context.channel(), context.identity(), NOTHING);
    }
}
