package io.pgorm.features.vector;

import org.jspecify.annotations.Nullable;

/** How far one query searches an index; null for what the server does by itself. */
record SearchWidth(
        @Nullable Integer efSearch,
        @Nullable Integer probes,
        @Nullable Integer maxScanTuples,
        @Nullable IterativeScan iterative) {

    static final SearchWidth DEFAULT = new SearchWidth(null, null, null, null);
}
