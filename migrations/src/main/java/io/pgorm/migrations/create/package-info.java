/** New migrations, written from a schema and proven, and the proof of those that are there. */
@NullMarked
package io.pgorm.migrations.create;

import org.jspecify.annotations.NullMarked;
