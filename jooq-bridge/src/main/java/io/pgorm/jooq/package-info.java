/** From a scratch database to jOOQ tables and the typed client. */
@NullMarked
package io.pgorm.jooq;

import org.jspecify.annotations.NullMarked;
