/**
 * Brings a database to where a folder of migrations says, and back: applied one at a time, journalled where there is no
 * transaction, with a history that Flyway reads and writes too.
 */
@NullMarked
package io.pgorm.migrations.apply;

import org.jspecify.annotations.NullMarked;
