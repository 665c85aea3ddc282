/** How each kind of object is read; no API. */
@NullMarked
package io.pgorm.database.catalog.internal;

import org.jspecify.annotations.NullMarked;
