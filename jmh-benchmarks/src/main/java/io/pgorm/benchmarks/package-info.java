/** The client beside its peers on IMDBench's schema and queries. {@link io.pgorm.benchmarks.Bench} runs it. */
@NullMarked
package io.pgorm.benchmarks;

import org.jspecify.annotations.NullMarked;
