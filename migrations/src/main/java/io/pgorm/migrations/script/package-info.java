/** Files of SQL as psql reads them: cut into statements, and run one by one. */
@NullMarked
package io.pgorm.migrations.script;

import org.jspecify.annotations.NullMarked;
