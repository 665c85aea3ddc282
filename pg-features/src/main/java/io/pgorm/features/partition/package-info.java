/**
 * Partitions: {@code @@partition}, {@code @@partition.table} and {@code @@partition.of} in a schema.
 *
 * <pre>
 * model Event {
 *   id  BigInt       &#64;identity
 *   at  Timestamptz
 *
 *   &#64;&#64;id([id, at])
 *   &#64;&#64;partition(at, by: RANGE, every: "1 month", ahead: 3)
 *   &#64;&#64;partition.table("events_default", default: true)
 * }
 * </pre>
 *
 * <p>With {@code every:}, the schema has a function {@code pgorm_make_partitions()} that makes the partition of the
 * present and as many of the future as {@code ahead:} says, for all such models. It is called once when the tables are
 * made. From then on it has to be called by whoever calls regularly: the application, a cron job with {@code SELECT
 * pgorm_make_partitions()}, or {@code SELECT cron.schedule('@daily', 'SELECT pgorm_make_partitions()')} where pg_cron
 * is. It is cheap when there is nothing to do, two calls at once wait for each other, and a call that would wait for
 * more than five seconds for the table gives up, to be made again. The partitions it makes are no part of the schema:
 * whatever compares schemas leaves them out.
 *
 * <p>At run time {@link io.pgorm.features.partition.Partitions} makes, attaches, detaches and drops partitions without long
 * locks, and tells which ones a query reads.
 */
@NullMarked
package io.pgorm.features.partition;

import org.jspecify.annotations.NullMarked;
