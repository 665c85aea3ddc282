/** JSON: the columns of {@code jsonb} as fields that look inside. */
@NullMarked
package io.pgorm.features.json;

import org.jspecify.annotations.NullMarked;
