/** Digests and passwords, computed by the server, by the extension {@code pgcrypto}. */
@NullMarked
package io.pgorm.features.pgcrypto;

import org.jspecify.annotations.NullMarked;
