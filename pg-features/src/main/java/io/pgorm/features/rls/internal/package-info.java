/** How policies are made and checked. No API. */
@NullMarked
package io.pgorm.features.rls.internal;

import org.jspecify.annotations.NullMarked;
