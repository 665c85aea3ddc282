/** How hypertables are made and checked. No API. */
@NullMarked
package io.pgorm.features.timescale.internal;

import org.jspecify.annotations.NullMarked;
