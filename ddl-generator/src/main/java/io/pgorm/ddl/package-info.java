/** From IR to DDL, and from two schemas to a plan. */
@NullMarked
package io.pgorm.ddl;

import org.jspecify.annotations.NullMarked;
