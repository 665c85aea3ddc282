/** From schema text to IR and back. */
@NullMarked
package io.pgorm.sdl;

import org.jspecify.annotations.NullMarked;
