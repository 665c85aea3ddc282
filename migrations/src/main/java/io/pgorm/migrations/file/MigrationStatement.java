package io.pgorm.migrations.file;

import io.pgorm.migrations.script.ScriptStatement;
import java.util.List;
import java.util.Optional;

/**
 * A statement of a migration. Immutable.
 *
 * @param statement as it stands in the file
 * @param note what the comment line before it says, where we wrote it
 */
public record MigrationStatement(ScriptStatement statement, Optional<StatementNote> note) {

    /** Without a final semicolon. */
    public String sql() {
        return statement.sql();
    }

    /** What it touches, as plans name it; what cannot be understood touches nothing. */
    public List<String> objects() {
        return note.map(line -> List.of(line.object())).orElseGet(() -> TouchedObjects.of(sql()));
    }

    /** The line of its first word, from 1. */
    public int line() {
        return statement.line();
    }
}
