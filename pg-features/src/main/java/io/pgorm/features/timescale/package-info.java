/**
 * Hypertables of TimescaleDB: {@code @@hypertable} in a schema.
 *
 * <pre>
 * model Reading {
 *   sensor  Int
 *   at      Timestamptz
 *   value   Double
 *
 *   &#64;&#64;id([sensor, at])
 *   &#64;&#64;hypertable(time: at, chunk: "7 days")
 * }
 * </pre>
 *
 * <p>The database gets the extension {@code timescaledb}, which the server has to have among its {@code
 * shared_preload_libraries}, from version 2.13 on. The index on the time that a hypertable is read by is made as any
 * other, where no index begins with the time already. The chunks are no part of the schema.
 *
 * <p>At run time the time's column knows buckets ({@link io.pgorm.features.timescale.TimeBucket}), and {@link
 * io.pgorm.features.timescale.Hypertable} its chunks. Compression, policies and continuous aggregates are generated for the
 * Community edition; the Apache edition is told apart and refused by name.
 */
@NullMarked
package io.pgorm.features.timescale;

import org.jspecify.annotations.NullMarked;
