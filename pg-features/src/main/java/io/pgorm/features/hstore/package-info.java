/** Texts by keys in one column, by the extension {@code hstore}. */
@NullMarked
package io.pgorm.features.hstore;

import org.jspecify.annotations.NullMarked;
