/** Trigrams: indexes for {@code LIKE '%word%'} and similarity, by the extension {@code pg_trgm}. */
@NullMarked
package io.pgorm.features.trigram;

import org.jspecify.annotations.NullMarked;
