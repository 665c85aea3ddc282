/** Results that are kept for a while; needs Caffeine on the class path. */
@NullMarked
package io.pgorm.client.cache;

import org.jspecify.annotations.NullMarked;
