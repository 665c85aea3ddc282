package io.pgorm.client.internal;

import io.pgorm.client.SessionGuard;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.postgresql.core.BaseConnection;

/**
 * Whether a connection that jOOQ has used may hold something of its session. Told by the text of what ran; what ran
 * without a text to see (JDBC by hand) is suspect. Asking the server instead (pg_settings, pg_locks, temporary tables) costs
 * the same round trip as clearing. Safe for use by several threads.
 */
final class Suspicion {

    private static final Pattern LEAVES_SOMETHING = Pattern.compile(
            "(?:^|;)\\s*(?:set\\s+(?!local\\b|transaction\\b|constraints\\b)|reset|listen|prepare|load|discard|do|call|declare)\\b"
                    + "|\\b(?:temp|temporary)\\b|\\bset_config\\s*\\(|\\bpg_(?:try_)?advisory_lock",
            Pattern.CASE_INSENSITIVE);

    private final SessionGuard guard;
    private final Set<Connection> harmless = ConcurrentHashMap.newKeySet();
    private final Set<Connection> suspects = ConcurrentHashMap.newKeySet();

    Suspicion(SessionGuard guard) {
        this.guard = guard;
    }

    void note(Connection connection, String sql) {
        if (guard == SessionGuard.WHEN_SUSPECT) {
            Set<Connection> which = leavesSomething(sql) ? suspects : harmless;
            physical(connection, which);
        }
    }

    private static void physical(Connection connection, Set<Connection> which) {
        try {
            which.add(connection.unwrap(BaseConnection.class));
        } catch (SQLException e) {
            // then it is gone, or nothing is known of it and it stays suspect
            return;
        }
    }

    /** Forgets what it knew. */
    boolean of(Connection connection) {
        return switch (guard) {
            case OFF -> false;
            case ALWAYS -> true;
            case WHEN_SUSPECT -> {
                try {
                    Connection physical = connection.unwrap(BaseConnection.class);
                    boolean suspect = suspects.remove(physical);
                    boolean known = harmless.remove(physical);
                    yield suspect || !known;
                } catch (SQLException e) {
                    yield true;
                }
            }
        };
    }

    static boolean leavesSomething(String sql) {
        return LEAVES_SOMETHING.matcher(sql).find();
    }
}
