/** How attempts are made and mutants come about. Not API. */
@NullMarked
package io.pgorm.features.rls.kit.internal;

import org.jspecify.annotations.NullMarked;
