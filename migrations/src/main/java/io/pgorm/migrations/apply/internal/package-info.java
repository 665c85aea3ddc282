/** How migrations are applied and rolled back. No API. */
@NullMarked
package io.pgorm.migrations.apply.internal;

import org.jspecify.annotations.NullMarked;
