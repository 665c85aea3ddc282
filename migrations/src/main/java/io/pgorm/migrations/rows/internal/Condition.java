package io.pgorm.migrations.rows.internal;

import java.util.Set;

/** What a row must satisfy or be NULL for: a check, a partition's bound. */
record Condition(Set<String> columns, String expression) {
    Condition {
        columns = Set.copyOf(columns);
    }
}
