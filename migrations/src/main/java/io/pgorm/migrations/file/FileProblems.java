package io.pgorm.migrations.file;

import io.pgorm.migrations.script.ScriptException;
import io.pgorm.migrations.script.ScriptStatement;
import io.pgorm.migrations.script.SqlScript;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with one file, whatever it is to do. Stateless. */
final class FileProblems {

    private FileProblems() {}

    /** Each is to be written behind the name of the file. */
    static List<String> of(MigrationFile file) {
        List<String> problems = new ArrayList<>();
        try {
            file.groups();
            List<ScriptStatement> statements =
                    SqlScript.of(file.fileName(), file.text()).statements();
            if (!file.settings().containsKey(MigrationFile.EXECUTE_IN_TRANSACTION)
                    && !file.isTransactional()
                    && !statements.stream().allMatch(TransactionWords::mustBeOutside)) {
                problems.add(": plain Flyway refuses a file in which some statements must be outside of a transaction"
                        + " and others need not; say executeInTransaction=false in " + file.fileName()
                        + MigrationName.SETTINGS_SUFFIX);
            }
            if (file.isTransactional()) {
                statements.stream()
                        .filter(FileProblems::endsTransaction)
                        .findFirst()
                        .ifPresent(statement -> problems.add(":" + statement.line()
                                + " begins or ends a transaction within the one that the file is run in;"
                                + " say executeInTransaction=false in " + file.fileName()
                                + MigrationName.SETTINGS_SUFFIX));
            }
        } catch (ScriptException e) {
            problems.add(": " + e.getMessage());
        }
        return problems;
    }

    private static boolean endsTransaction(ScriptStatement statement) {
        return TransactionWords.begins(statement) || TransactionWords.commits(statement);
    }
}
