/** The rows of the benchmark. */
@NullMarked
package io.pgorm.benchmarks.data;

import org.jspecify.annotations.NullMarked;
