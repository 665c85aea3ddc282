package io.pgorm.migrations.script;

import java.util.Optional;

/** Statements of a script that concern the server or its rows, and not the structure of one database. */
final class SkippedStatements {

    private SkippedStatements() {}

    /** What the statement is, where it is not to be run. */
    static Optional<String> reason(ScriptStatement statement) {
        if (statement.startsWith("copy") && !statement.words().contains("to")) {
            return Optional.of("the rows of a COPY are");
        }
        for (String verb : new String[] {"create", "alter", "drop"}) {
            if (statement.startsWith(verb, "database") || statement.startsWith(verb, "tablespace")) {
                return Optional.of(statement.words().get(0).toUpperCase(java.util.Locale.ROOT) + " "
                        + statement.words().get(1).toUpperCase(java.util.Locale.ROOT) + " is");
            }
        }
        if (statement.startsWith("alter", "system")) {
            return Optional.of("ALTER SYSTEM is");
        }
        // others on the same server may have the role
        if (statement.startsWith("drop", "role")
                || statement.startsWith("drop", "user") && !statement.words().contains("mapping")
                || statement.startsWith("drop", "group")) {
            return Optional.of("DROP ROLE is");
        }
        if (onDatabase(statement)) {
            return Optional.of("what concerns a database by its name is");
        }
        return Optional.empty();
    }

    /** A comment or grant on a database, which has another name here. */
    private static boolean onDatabase(ScriptStatement statement) {
        if (!statement.startsWith("comment") && !statement.startsWith("grant") && !statement.startsWith("revoke")) {
            return false;
        }
        int on = statement.words().indexOf("on");
        return on > 0
                && on + 1 < statement.words().size()
                && statement.words().get(on + 1).equals("database");
    }
}
