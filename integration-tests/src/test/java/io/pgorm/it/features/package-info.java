/** The features of PostgreSQL at run time, through generated clients. */
@NullMarked
package io.pgorm.it.features;

import org.jspecify.annotations.NullMarked;
