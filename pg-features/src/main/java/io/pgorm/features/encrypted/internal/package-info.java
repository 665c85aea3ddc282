/** Not API. */
@NullMarked
package io.pgorm.features.encrypted.internal;

import org.jspecify.annotations.NullMarked;
