/**
 * The schema as immutable values: what the schema language means and what a catalog holds, in one form.
 *
 * <p>Every value is compared by value and safe to share between threads. A pass is a function from {@link
 * io.pgorm.ir.Schema} to {@code Schema}, or from {@code Schema} to SQL.
 */
@NullMarked
package io.pgorm.ir;

import org.jspecify.annotations.NullMarked;
