package io.pgorm.features.matview;

/** How a materialized view is filled anew. */
public enum RefreshMode {
    /** Readers go on with the rows of before. Needs a unique index on plain columns, which {@code @id} makes. */
    CONCURRENTLY,
    /** Quicker where most rows change; readers wait until it is done. */
    AT_ONCE
}
