/** The quickstart: one schema file, one class. */
@NullMarked
package io.pgorm.examples.quickstart;

import org.jspecify.annotations.NullMarked;
