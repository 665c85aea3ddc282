package io.pgorm.features.partition.internal;

import io.pgorm.ir.Hierarchy.Bound;
import io.pgorm.ir.diagnostic.SourceSpan;

/**
 * One of the partitions of a table.
 *
 * @param name what the author calls it
 */
record Sibling(String name, Bound bound, SourceSpan span) {}
