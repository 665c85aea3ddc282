/** Places and shapes, by the extension {@code postgis}. */
@NullMarked
package io.pgorm.features.postgis;

import org.jspecify.annotations.NullMarked;
