/** What may look at, change or refuse the statements of a client, and what comes of them. */
@NullMarked
package io.pgorm.client.hook;

import org.jspecify.annotations.NullMarked;
