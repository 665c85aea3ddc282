/** What {@code pgorm doctor} says of policies: where they are slow, and where they hold nobody back. */
@NullMarked
package io.pgorm.features.rls.advisor;

import org.jspecify.annotations.NullMarked;
