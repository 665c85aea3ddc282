/**
 * For tests on a real PostgreSQL: how many round trips a piece of code takes, and which tests can be run here.
 * {@link io.pgorm.database.testkit.RoundTripProxy} needs the JDK alone; the annotations need JUnit Jupiter, which
 * whoever uses them brings.
 */
@NullMarked
package io.pgorm.database.testkit;

import org.jspecify.annotations.NullMarked;
