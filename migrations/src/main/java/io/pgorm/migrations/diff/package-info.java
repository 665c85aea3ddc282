/** What leads from one state of a database to another: two sources, read by one reader, and a plan each way. */
@NullMarked
package io.pgorm.migrations.diff;

import org.jspecify.annotations.NullMarked;
