/** Java types for what PostgreSQL has and Java has not: ranges, intervals, addresses of a network, shapes, bits. */
@NullMarked
package io.pgorm.client.type;

import org.jspecify.annotations.NullMarked;
