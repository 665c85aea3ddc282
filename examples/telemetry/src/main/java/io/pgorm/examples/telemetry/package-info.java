/** A store of measurements: partitions by time, a summary that is refreshed now and then, and live events. */
@NullMarked
package io.pgorm.examples.telemetry;

import org.jspecify.annotations.NullMarked;
