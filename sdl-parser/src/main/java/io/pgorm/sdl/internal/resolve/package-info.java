/** From the tree to the schema: names, types, keys, relations. One verb to a file. */
@NullMarked
package io.pgorm.sdl.internal.resolve;

import org.jspecify.annotations.NullMarked;
