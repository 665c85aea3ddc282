/** Migrations as files: their names, what stands in them, how they are read and written. */
@NullMarked
package io.pgorm.migrations.file;

import org.jspecify.annotations.NullMarked;
