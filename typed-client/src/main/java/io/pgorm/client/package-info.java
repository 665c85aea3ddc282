/** The run-time library that an application depends on. */
@NullMarked
package io.pgorm.client;

import org.jspecify.annotations.NullMarked;
