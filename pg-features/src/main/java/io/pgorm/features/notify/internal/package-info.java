/** How notifications are made, checked and written. No API. */
@NullMarked
package io.pgorm.features.notify.internal;

import org.jspecify.annotations.NullMarked;
