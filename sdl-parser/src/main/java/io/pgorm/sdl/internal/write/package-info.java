/** The parts of the writer: what each kind of object is in the words of the language. */
@NullMarked
package io.pgorm.sdl.internal.write;

import org.jspecify.annotations.NullMarked;
