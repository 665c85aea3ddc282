/** Clients that are generated, compiled and run by the test itself. */
@NullMarked
package io.pgorm.it.generate;

import org.jspecify.annotations.NullMarked;
