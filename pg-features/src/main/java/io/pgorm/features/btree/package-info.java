/** Scalars in GiST and GIN indexes, and in exclusions, by the extensions {@code btree_gist} and {@code btree_gin}. */
@NullMarked
package io.pgorm.features.btree;

import org.jspecify.annotations.NullMarked;
