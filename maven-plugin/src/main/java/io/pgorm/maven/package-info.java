/** The goals: {@code pgorm:generate}, {@code pgorm:validate} and {@code pgorm:format}. */
@NullMarked
package io.pgorm.maven;

import org.jspecify.annotations.NullMarked;
