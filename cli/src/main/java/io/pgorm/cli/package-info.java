/** PG-ORM at a terminal. */
@NullMarked
package io.pgorm.cli;

import org.jspecify.annotations.NullMarked;
