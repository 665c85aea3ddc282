/** The canonical layout of a schema file. */
@NullMarked
package io.pgorm.sdl.internal.format;

import org.jspecify.annotations.NullMarked;
