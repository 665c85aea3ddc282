package io.pgorm.features.vector;

/**
 * Whether an index goes on searching where the rows that it found are too few, because a condition or a policy left some
 * out.
 */
public enum IterativeScan {
    /** It does not: there may be fewer rows than the limit, or none. */
    OFF,
    /** It does, and gives the rows in the order of their distance. HNSW only. */
    STRICT_ORDER,
    /** It does, a little faster, and gives them nearly in that order. */
    RELAXED_ORDER
}
