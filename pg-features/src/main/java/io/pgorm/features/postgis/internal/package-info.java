/** What PostGIS offers and how a schema says it. No API. */
@NullMarked
package io.pgorm.features.postgis.internal;

import org.jspecify.annotations.NullMarked;
