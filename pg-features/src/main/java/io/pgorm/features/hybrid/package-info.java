/** Several ways to find, as one: by words and by meaning. */
@NullMarked
package io.pgorm.features.hybrid;

import org.jspecify.annotations.NullMarked;
