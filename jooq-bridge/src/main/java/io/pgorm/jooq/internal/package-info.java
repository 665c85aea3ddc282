/** How the sources are made. Not API. */
@NullMarked
package io.pgorm.jooq.internal;

import org.jspecify.annotations.NullMarked;
