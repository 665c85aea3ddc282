/** How calls become round trips. Not API: anything here may change in any release. */
@NullMarked
package io.pgorm.client.internal;

import org.jspecify.annotations.NullMarked;
