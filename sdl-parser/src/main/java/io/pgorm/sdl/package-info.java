/** From schema text to IR: the compiler of the schema language. */
@NullMarked
package io.pgorm.sdl;

import org.jspecify.annotations.NullMarked;
