/** How triggers are made, checked and written. No API. */
@NullMarked
package io.pgorm.features.trigger.internal;

import org.jspecify.annotations.NullMarked;
