/** Measurements: by Micrometer and by OpenTelemetry, each where it is on the class path. */
@NullMarked
package io.pgorm.client.metrics;

import org.jspecify.annotations.NullMarked;
