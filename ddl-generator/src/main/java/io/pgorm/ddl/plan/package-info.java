/** From one state of a database to another: what to run, in which order, and what it does to who is working. */
@NullMarked
package io.pgorm.ddl.plan;

import org.jspecify.annotations.NullMarked;
