/** How text search is made, checked and written. No API. */
@NullMarked
package io.pgorm.features.fts.internal;

import org.jspecify.annotations.NullMarked;
