/** JSON columns as Java types, by Jackson. Needs {@code jackson-databind}, which an application adds itself. */
@NullMarked
package io.pgorm.client.json;

import org.jspecify.annotations.NullMarked;
