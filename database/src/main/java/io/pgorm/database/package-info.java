/** Scratch servers and databases: a real PostgreSQL for the time of one run. */
@NullMarked
package io.pgorm.database;

import org.jspecify.annotations.NullMarked;
