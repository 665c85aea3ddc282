/**
 * Materialized views: refreshed by one at a time, without locking out readers, and how old they are. The view itself is read
 * like a table, {@code db.orderTotals()}, and {@code @id} makes the unique index that a refresh beside readers needs.
 */
@NullMarked
package io.pgorm.features.matview;

import org.jspecify.annotations.NullMarked;
