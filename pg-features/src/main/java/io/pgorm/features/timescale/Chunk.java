package io.pgorm.features.timescale;

/**
 * A piece of a hypertable.
 *
 * @param name with its schema
 * @param from the first time in it
 * @param to the first time that is not
 * @param compressed whether it is stored by columns
 * @param bytes that it takes on disk, with its indexes
 * @param <T> the Java type of the times
 */
public record Chunk<T>(String name, T from, T to, boolean compressed, long bytes) {}
