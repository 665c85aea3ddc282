/** Rows made up for the tables of a scratch database, so that what a migration does to rows can be seen. */
@NullMarked
package io.pgorm.migrations.rows;

import org.jspecify.annotations.NullMarked;
