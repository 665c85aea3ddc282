/** What plans say of themselves, against what the server does. */
package io.pgorm.migrations.plan;
