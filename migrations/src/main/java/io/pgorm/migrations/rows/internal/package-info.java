/** How rows are made up; no API. */
@NullMarked
package io.pgorm.migrations.rows.internal;

import org.jspecify.annotations.NullMarked;
