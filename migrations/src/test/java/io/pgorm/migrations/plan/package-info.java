/** What plans say of themselves, against what the server does. */
@org.jspecify.annotations.NullMarked
package io.pgorm.migrations.plan;
