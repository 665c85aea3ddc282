/** From a database that exists to schema text that makes the same again. */
@NullMarked
package io.pgorm.migrations.pull;

import org.jspecify.annotations.NullMarked;
