package io.pgorm.features.partition;

/**
 * A partition that a table has.
 *
 * @param name of the partition, in the schema of its table or not
 * @param bound as PostgreSQL says it: {@code FOR VALUES FROM ('2026-11-01') TO ('2026-12-01')}, or {@code DEFAULT}
 * @param isDefault whether it takes what no other does
 * @param rows how many there are, as the planner estimates; -1 where nobody has looked yet
 */
public record Partition(String name, String bound, boolean isDefault, long rows) {}
