/** Errors, warnings and information about a schema, each at its place in a source file. */
@NullMarked
package io.pgorm.ir.diagnostic;

import org.jspecify.annotations.NullMarked;
