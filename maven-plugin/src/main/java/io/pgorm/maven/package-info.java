/** PG-ORM in a Maven build. */
@NullMarked
package io.pgorm.maven;

import org.jspecify.annotations.NullMarked;
