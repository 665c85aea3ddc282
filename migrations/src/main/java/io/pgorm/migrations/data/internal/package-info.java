/** Which questions are asked of the rows; no API. */
@NullMarked
package io.pgorm.migrations.data.internal;

import org.jspecify.annotations.NullMarked;
