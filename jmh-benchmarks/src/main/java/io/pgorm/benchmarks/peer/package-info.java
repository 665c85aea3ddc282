/** Those who are compared. */
@NullMarked
package io.pgorm.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
