/** Trees by paths of labels, by the extension {@code ltree}. */
@NullMarked
package io.pgorm.features.ltree;

import org.jspecify.annotations.NullMarked;
