/** The SQL of each kind of object, one class for each. No API. */
@NullMarked
package io.pgorm.ddl.internal;

import org.jspecify.annotations.NullMarked;
