/** The few functions through which every identifier and every literal becomes SQL text. */
@NullMarked
package io.pgorm.ir.sql;

import org.jspecify.annotations.NullMarked;
