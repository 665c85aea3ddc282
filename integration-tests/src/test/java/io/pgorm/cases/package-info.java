/** Schemas as folders, each with the DDL or the diagnostics that it leads to. */
@NullMarked
package io.pgorm.cases;

import org.jspecify.annotations.NullMarked;
