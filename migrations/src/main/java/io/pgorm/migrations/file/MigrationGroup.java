package io.pgorm.migrations.file;

import java.util.List;

/**
 * Statements of a migration that are run together. Immutable.
 *
 * @param transaction whether in a transaction; else it is one statement, which must be outside of any
 */
public record MigrationGroup(boolean transaction, List<MigrationStatement> statements) {
    public MigrationGroup {
        statements = List.copyOf(statements);
    }
}
