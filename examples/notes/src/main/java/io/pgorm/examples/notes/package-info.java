/** Notes of many tenants: policies, roles and grants in the schema, identity in each call. */
@NullMarked
package io.pgorm.examples.notes;

import org.jspecify.annotations.NullMarked;
