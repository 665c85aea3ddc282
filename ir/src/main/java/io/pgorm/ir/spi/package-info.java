/** What an extension of the schema language implements, and the words it is described with. */
@NullMarked
package io.pgorm.ir.spi;

import org.jspecify.annotations.NullMarked;
