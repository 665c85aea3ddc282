/** From the schema as values back to text: what {@code pull} writes for a database that exists. */
@NullMarked
package io.pgorm.sdl.write;

import org.jspecify.annotations.NullMarked;
