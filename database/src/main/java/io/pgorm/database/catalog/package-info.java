/** The catalog of a database as a schema: what PostgreSQL holds, read back into the records of the IR. */
@NullMarked
package io.pgorm.database.catalog;

import org.jspecify.annotations.NullMarked;
