/** {@code pgorm diff}: what leads from one source to another. */
@NullMarked
package io.pgorm.cli.diff;

import org.jspecify.annotations.NullMarked;
