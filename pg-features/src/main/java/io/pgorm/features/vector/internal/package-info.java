/** What pgvector offers and where its limits are. No API. */
@NullMarked
package io.pgorm.features.vector.internal;

import org.jspecify.annotations.NullMarked;
