/** What several features share. No API. */
@NullMarked
package io.pgorm.features.internal;

import org.jspecify.annotations.NullMarked;
