package io.pgorm.migrations.apply.internal;

import io.pgorm.migrations.apply.OtherSession;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is in the way. Stateless. */
final class OtherSessions {

    private static final String COLUMNS = "SELECT a.pid, coalesce(a.application_name, ''), coalesce(a.usename, ''),"
            + " coalesce(a.state, ''), extract(epoch FROM clock_timestamp() - a.xact_start)::float8"
            + " FROM pg_catalog.pg_stat_activity a ";

    private OtherSessions() {}

    /** Those that hold a session's or transaction's lock of this number in this database. */
    static List<OtherSession> holdingAdvisoryLock(Connection connection, long number) throws SQLException {
        return read(
                connection,
                COLUMNS + "JOIN pg_catalog.pg_locks l ON l.pid = a.pid WHERE l.locktype = 'advisory' AND l.granted"
                        + " AND l.objsubid = 1 AND (l.classid::bigint << 32 | l.objid::bigint) = ?"
                        + " AND l.database = (SELECT oid FROM pg_catalog.pg_database"
                        + " WHERE datname = pg_catalog.current_database()) ORDER BY a.pid",
                number);
    }

    /** Those that a process waits for. */
    static List<OtherSession> blocking(Connection connection, int pid) throws SQLException {
        return read(
                connection,
                COLUMNS + "WHERE a.pid = ANY (pg_catalog.pg_blocking_pids(?)) AND a.pid <> pg_catalog.pg_backend_pid()"
                        + " ORDER BY a.pid",
                pid);
    }

    private static List<OtherSession> read(Connection connection, String sql, Object value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            List<OtherSession> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    double seconds = rows.getDouble(5);
                    @Nullable
                    Duration age = rows.wasNull() ? null : Duration.ofMillis(Math.max(0, (long) (seconds * 1000)));
                    found.add(new OtherSession(
                            rows.getInt(1), rows.getString(2), rows.getString(3), rows.getString(4), age));
                }
            }
            return List.copyOf(found);
        }
    }

    static String join(List<OtherSession> sessions) {
        return sessions.stream().map(OtherSession::toString).collect(Collectors.joining(", "));
    }
}
