package io.pgorm.migrations.file;

import io.pgorm.migrations.script.ScriptException;
import io.pgorm.migrations.script.ScriptStatement;
import io.pgorm.migrations.script.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statements of a file in the groups in which they are committed. BEGIN and COMMIT belong to no group. One object
 * reads one file.
 */
final class GroupStatements {

    private final boolean inTransaction;
    private final List<String> lines;
    private final List<MigrationGroup> groups = new ArrayList<>();
    private final List<MigrationStatement> open = new ArrayList<>();
    private boolean begun;

    private GroupStatements(String text, boolean inTransaction) {
        this.inTransaction = inTransaction;
        this.lines = text.lines().toList();
    }

    /**
     * @param inTransaction whether what stands between no BEGIN and COMMIT is in a transaction nevertheless
     * @throws ScriptException where something is not closed, or a transaction is rolled back
     */
    static List<MigrationGroup> of(String file, String text, boolean inTransaction) {
        GroupStatements grouping = new GroupStatements(text, inTransaction);
        SqlScript.of(file, text).statements().forEach(grouping::add);
        if (grouping.begun) {
            throw new ScriptException(file + ": a transaction is begun and not committed", null);
        }
        grouping.close();
        return List.copyOf(grouping.groups);
    }

    private void add(ScriptStatement statement) {
        if (TransactionWords.begins(statement)) {
            if (begun) {
                throw new ScriptException(statement.place() + ": a transaction is begun within another", null);
            }
            close();
            begun = true;
        } else if (TransactionWords.commits(statement)) {
            close();
            begun = false;
        } else if (TransactionWords.rollsBack(statement)) {
            throw new ScriptException(
                    statement.place() + ": a migration that rolls back cannot be followed; leave the ROLLBACK out",
                    null);
        } else {
            MigrationStatement noted = new MigrationStatement(statement, note(statement));
            if (begun || inTransaction) {
                open.add(noted);
            } else {
                groups.add(new MigrationGroup(false, List.of(noted)));
            }
        }
    }

    private void close() {
        if (!open.isEmpty()) {
            groups.add(new MigrationGroup(true, open));
            open.clear();
        }
    }

    private Optional<StatementNote> note(ScriptStatement statement) {
        int before = statement.line() - 2;
        return before < 0 || before >= lines.size() ? Optional.empty() : StatementNote.parse(lines.get(before));
    }
}
