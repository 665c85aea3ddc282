/** How a plan is tried and looked at; no API. */
@NullMarked
package io.pgorm.migrations.prove.internal;

import org.jspecify.annotations.NullMarked;
