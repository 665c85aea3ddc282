/** The numbers behind the hazards of a plan: how many rows a statement concerns in the database that it is for. */
@NullMarked
package io.pgorm.migrations.data;

import org.jspecify.annotations.NullMarked;
