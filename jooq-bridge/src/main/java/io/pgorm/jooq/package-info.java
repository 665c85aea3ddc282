/** From a schema to the sources of a typed client: jOOQ's code generator on a scratch database, and ours on top. */
@NullMarked
package io.pgorm.jooq;

import org.jspecify.annotations.NullMarked;
