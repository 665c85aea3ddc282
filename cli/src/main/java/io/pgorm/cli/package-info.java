/** The {@code pgorm} command. */
@NullMarked
package io.pgorm.cli;

import org.jspecify.annotations.NullMarked;
