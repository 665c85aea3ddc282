/** What the stages of the compiler share. */
@NullMarked
package io.pgorm.sdl.internal;

import org.jspecify.annotations.NullMarked;
