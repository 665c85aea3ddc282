/** Passes over the finished schema: operator classes, names, advice. */
@NullMarked
package io.pgorm.sdl.internal.pass;

import org.jspecify.annotations.NullMarked;
