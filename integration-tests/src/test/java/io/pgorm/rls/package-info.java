/** Row level security as a real server enforces it. */
@NullMarked
package io.pgorm.rls;

import org.jspecify.annotations.NullMarked;
