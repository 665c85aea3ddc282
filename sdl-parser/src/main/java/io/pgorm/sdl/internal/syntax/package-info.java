/** From text to a tree: characters, tokens, shapes. Knows nothing of models and columns. */
@NullMarked
package io.pgorm.sdl.internal.syntax;

import org.jspecify.annotations.NullMarked;
