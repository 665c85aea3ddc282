/** The planner's parts; no API. */
@NullMarked
package io.pgorm.ddl.plan.internal;

import org.jspecify.annotations.NullMarked;
