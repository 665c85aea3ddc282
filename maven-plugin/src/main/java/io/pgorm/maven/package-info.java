/** The goals: {@code pgorm:generate} and {@code pgorm:validate}. */
@NullMarked
package io.pgorm.maven;

import org.jspecify.annotations.NullMarked;
