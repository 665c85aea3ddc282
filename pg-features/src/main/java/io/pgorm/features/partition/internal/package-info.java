/** How partitions are made, checked and written. No API. */
@NullMarked
package io.pgorm.features.partition.internal;

import org.jspecify.annotations.NullMarked;
