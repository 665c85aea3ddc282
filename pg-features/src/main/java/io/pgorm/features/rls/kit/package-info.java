/**
 * Tests of policies: who can do what to whose rows, the whole matrix of it, and whether the tests would notice a policy that
 * is gone, turned round or wide open.
 *
 * <p>Everything happens in transactions of one connection of a superuser, which are rolled back: the database is afterwards
 * what it was. Works with any test framework; what does not hold is an {@link AssertionError}. Needs PostgreSQL 15.
 */
@NullMarked
package io.pgorm.features.rls.kit;

import org.jspecify.annotations.NullMarked;
