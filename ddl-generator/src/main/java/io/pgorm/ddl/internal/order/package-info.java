/** In which order the statements of a schema run: steps, what each needs, and the sorting of them. */
@NullMarked
package io.pgorm.ddl.internal.order;

import org.jspecify.annotations.NullMarked;
