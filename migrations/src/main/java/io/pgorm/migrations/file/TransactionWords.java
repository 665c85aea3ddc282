package io.pgorm.migrations.file;

import io.pgorm.migrations.script.ScriptStatement;
import java.util.Set;

/** The statements that begin and end transactions. Stateless. */
public final class TransactionWords {

    private static final Set<String> COMMITS = Set.of("commit", "end");
    private static final Set<String> SERVER_WIDE = Set.of("database", "tablespace", "subscription");

    private TransactionWords() {}

    /** BEGIN, START TRANSACTION. */
    public static boolean begins(ScriptStatement statement) {
        return statement.startsWith("begin") || statement.startsWith("start", "transaction");
    }

    /** COMMIT, END; not COMMIT PREPARED. */
    public static boolean commits(ScriptStatement statement) {
        return !statement.words().isEmpty()
                && COMMITS.contains(statement.words().getFirst())
                && !statement.words().contains("prepared");
    }

    /** ROLLBACK, ABORT; not ROLLBACK TO SAVEPOINT. */
    public static boolean rollsBack(ScriptStatement statement) {
        return (statement.startsWith("rollback") || statement.startsWith("abort"))
                && !statement.words().contains("to")
                && !statement.words().contains("prepared");
    }

    /** What PostgreSQL refuses in a transaction. */
    public static boolean mustBeOutside(ScriptStatement statement) {
        boolean verb = statement.startsWith("create")
                || statement.startsWith("drop")
                || statement.startsWith("alter", "table")
                || statement.startsWith("reindex");
        return verb && statement.words().contains("concurrently")
                || statement.startsWith("vacuum")
                || statement.startsWith("alter", "system")
                || (statement.startsWith("create") || statement.startsWith("drop"))
                        && statement.words().size() > 1
                        && SERVER_WIDE.contains(statement.words().get(1));
    }
}
