package io.pgorm.migrations.rows.internal;

import java.util.Optional;

/**
 * A column that rows have a value for.
 *
 * @param number its number in the catalog
 * @param type the type's number in the catalog
 * @param modifier what stands in brackets behind the type, as the catalog has it; -1 for nothing
 * @param typeName as SQL, with its schema
 * @param counted whether its value comes from a sequence where none is given
 * @param identity whether it is an identity
 * @param generated the expression that makes it
 * @param defaulted whether it has a default
 */
record RowColumn(
        int number,
        String name,
        long type,
        int modifier,
        String typeName,
        boolean nullable,
        boolean counted,
        boolean identity,
        Optional<String> generated,
        boolean defaulted) {}
