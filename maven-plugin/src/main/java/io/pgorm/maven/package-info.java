/**
 * The goals: {@code pgorm:generate}, {@code pgorm:validate} and {@code pgorm:format}; {@code pgorm:migrate-new},
 * {@code pgorm:migrate-lint}, {@code pgorm:migrate-apply}, {@code pgorm:migrate-status}, {@code pgorm:migrate-rollback}.
 */
@NullMarked
package io.pgorm.maven;

import org.jspecify.annotations.NullMarked;
