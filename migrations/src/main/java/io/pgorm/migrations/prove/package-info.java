/** Whether a plan does what it is for, shown on a copy of the database with rows in it. */
@NullMarked
package io.pgorm.migrations.prove;

import org.jspecify.annotations.NullMarked;
