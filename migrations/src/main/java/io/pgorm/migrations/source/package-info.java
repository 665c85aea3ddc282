/** Where a schema comes from, and the database in which it can be looked at. */
@NullMarked
package io.pgorm.migrations.source;

import org.jspecify.annotations.NullMarked;
