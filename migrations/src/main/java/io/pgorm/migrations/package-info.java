/** From one state of a database to another. */
@NullMarked
package io.pgorm.migrations;

import org.jspecify.annotations.NullMarked;
