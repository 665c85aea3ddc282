package io.pgorm.features.timescale;

/**
 * What TimescaleDB knows of a hypertable.
 *
 * @param timeColumn by which it is cut
 * @param chunkLength of chunks that are made from now on: {@code 7 days}, or how many numbers
 * @param dimensions by which it is cut, the time among them
 * @param chunks how many it has
 * @param bytes that all of it takes on disk
 * @param compression whether old chunks may be stored by columns
 */
public record HypertableFacts(
        String timeColumn, String chunkLength, int dimensions, int chunks, long bytes, boolean compression) {}
