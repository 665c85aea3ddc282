/** What may hurt in a migration, whoever wrote it. */
@NullMarked
package io.pgorm.migrations.lint;

import org.jspecify.annotations.NullMarked;
