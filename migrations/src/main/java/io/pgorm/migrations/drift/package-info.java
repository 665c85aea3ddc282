/** What somebody changed in a database without a migration. */
@NullMarked
package io.pgorm.migrations.drift;

import org.jspecify.annotations.NullMarked;
