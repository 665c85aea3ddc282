/** How scratch servers are found, started and stopped. Not API. */
@NullMarked
package io.pgorm.database.internal;

import org.jspecify.annotations.NullMarked;
