/** PostgreSQL features and extensions, one package each. */
@NullMarked
package io.pgorm.features;

import org.jspecify.annotations.NullMarked;
