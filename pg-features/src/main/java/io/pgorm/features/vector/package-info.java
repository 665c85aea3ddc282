/** Vectors and the search for the nearest, by the extension {@code vector} (pgvector). */
@NullMarked
package io.pgorm.features.vector;

import org.jspecify.annotations.NullMarked;
