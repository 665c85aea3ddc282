/** The tables as Jimmer's entities. */
@NullMarked
package io.pgorm.benchmarks.peer.jimmer;

import org.jspecify.annotations.NullMarked;
