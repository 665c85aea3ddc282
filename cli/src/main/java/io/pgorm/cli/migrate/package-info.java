/** {@code pgorm migrate ...}: from one version of a schema to the next. */
@NullMarked
package io.pgorm.cli.migrate;

import org.jspecify.annotations.NullMarked;
