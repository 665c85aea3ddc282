/**
 * Notifications: {@code @@notify} in a schema.
 *
 * <pre>
 * model Order {
 *   id      Int   &#64;id
 *   status  Text
 *
 *   &#64;&#64;notify(orders, on: [insert, update])
 *   &#64;&#64;notify(shipped, on: update, payload: "CASE WHEN NEW.{status} = 'shipped' THEN NEW.{id}::text END")
 * }
 * </pre>
 *
 * <p>Whoever listens on the channel gets a message when the transaction that wrote the row commits. The channel is a
 * name as it stands, so that {@code LISTEN} has to quote it where it has capitals. The message is JSON: {@code
 * {"operation" : "insert", "table" : "orders", "key" : {"id" : 1}}}, with the columns of the primary key; or what
 * {@code payload:} gives, where NULL means no message. PostgreSQL takes messages of less than 8000 bytes: in the place
 * of a longer one goes the JSON with the key. Equal messages of one transaction are sent once.
 *
 * <p>At run time a {@link io.pgorm.features.notify.Listener} hears them on a connection of its own, a {@link
 * io.pgorm.features.notify.NotificationChannel} says what its messages are and sends them, and an {@link
 * io.pgorm.features.notify.Outbox} keeps what is too long for a message, or must not be lost.
 */
@NullMarked
package io.pgorm.features.notify;

import org.jspecify.annotations.NullMarked;
