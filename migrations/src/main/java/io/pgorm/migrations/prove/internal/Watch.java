package io.pgorm.migrations.prove.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.PlannedStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks, after each statement, at the files and locks of the tables that were there before the plan: a table with another
 * file was written anew. Used by one thread.
 */
final class Watch {

    private static final String FILES = """
            SELECT c.oid, c.oid::regclass::text, pg_relation_filenode(c.oid)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
              AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'""";
    private static final String LOCKS = """
            SELECT l.relation, l.mode FROM pg_locks l
            WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation' AND l.granted""";

    private final Map<Long, String> names = new LinkedHashMap<>();
    private final Map<Long, Long> files = new LinkedHashMap<>();
    private final Set<String> held = new LinkedHashSet<>();

    private Watch() {}

    static Watch begin(Connection connection) throws SQLException {
        Watch watch = new Watch();
        watch.look(connection, (oid, name, file) -> {
            watch.names.put(oid, name);
            watch.files.put(oid, file);
        });
        return watch;
    }

    private interface Seen {
        void file(long oid, String name, long file);
    }

    private void look(Connection connection, Seen seen) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(FILES)) {
            while (rows.next()) {
                seen.file(rows.getLong(1), String.valueOf(rows.getString(2)), rows.getLong(3));
            }
        }
    }

    /** Takes what is there for what was there: after a change that is not the plan's. */
    void lookAgain(Connection connection) throws SQLException {
        look(connection, (oid, name, file) -> files.computeIfPresent(oid, (key, old) -> file));
    }

    /** Locks are held until the end of the transaction. */
    void beginTransaction() {
        held.clear();
    }

    /** The tables that the statement wrote anew without a word, by name. */
    List<String> rewritten(Connection connection, PlannedStatement planned) throws SQLException {
        List<String> rewritten = new ArrayList<>();
        look(connection, (oid, name, file) -> {
            @Nullable Long old = files.get(oid);
            if (old != null && old != file) {
                files.put(oid, file);
                if (!planned.hazards().contains(Hazard.REWRITES_TABLE)) {
                    rewritten.add(name);
                }
            }
        });
        return rewritten;
    }

    /** The locks that let others wait and are stronger than the one that the statement names. */
    List<String> understated(Connection connection, PlannedStatement planned) throws SQLException {
        List<String> stronger = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(LOCKS)) {
            while (rows.next()) {
                long relation = rows.getLong(1);
                Lock lock = lock(String.valueOf(rows.getString(2)));
                boolean isNew = held.add(relation + " " + lock);
                if (isNew
                        && names.containsKey(relation)
                        && lock.compareTo(Lock.SHARE) >= 0
                        && lock.compareTo(planned.lock()) > 0) {
                    stronger.add(lock + " on " + names.get(relation));
                }
            }
        }
        return stronger;
    }

    /** {@code ShareRowExclusiveLock} is SHARE_ROW_EXCLUSIVE. */
    private static Lock lock(String mode) {
        String words = mode.replaceFirst("Lock$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        return Lock.valueOf(words.toUpperCase(Locale.ROOT));
    }
}
