/** What the DDL of each kind of object makes on a server. */
@NullMarked
package io.pgorm.database.ddl;

import org.jspecify.annotations.NullMarked;
