/** The tables as Hibernate's entities. */
@NullMarked
package io.pgorm.benchmarks.peer.hibernate;

import org.jspecify.annotations.NullMarked;
