/** What can go wrong, one class for each thing that a caller can do about it. */
@NullMarked
package io.pgorm.client.error;

import org.jspecify.annotations.NullMarked;
