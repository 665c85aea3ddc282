/** The generated client on a real server. */
@NullMarked
package io.pgorm.it.client;

import org.jspecify.annotations.NullMarked;
