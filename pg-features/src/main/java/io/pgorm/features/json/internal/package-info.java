/** How {@code @@json} is read and what it makes. */
@NullMarked
package io.pgorm.features.json.internal;

import org.jspecify.annotations.NullMarked;
