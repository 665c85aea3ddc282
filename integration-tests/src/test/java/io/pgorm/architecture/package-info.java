/** The rules of the architecture, checked on the compiled modules. */
@NullMarked
package io.pgorm.architecture;

import org.jspecify.annotations.NullMarked;
