/** What statements of SQL change, told from their tokens: no parser, and no server is asked. */
@NullMarked
package io.pgorm.migrations.recognize;

import org.jspecify.annotations.NullMarked;
