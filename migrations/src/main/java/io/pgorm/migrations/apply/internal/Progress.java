package io.pgorm.migrations.apply.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server says of how far a statement is. Stateless. */
final class Progress {

    private static final String QUERY = """
            SELECT phase,
                   CASE WHEN lockers_total > 0 AND phase LIKE 'waiting%' THEN lockers_done
                        WHEN blocks_total > 0 THEN blocks_done ELSE tuples_done END,
                   CASE WHEN lockers_total > 0 AND phase LIKE 'waiting%' THEN lockers_total
                        WHEN blocks_total > 0 THEN blocks_total ELSE tuples_total END,
                   CASE WHEN lockers_total > 0 AND phase LIKE 'waiting%' THEN 'transactions'
                        WHEN blocks_total > 0 THEN 'blocks' ELSE 'rows' END
              FROM pg_catalog.pg_stat_progress_create_index WHERE pid = ?
            UNION ALL
            SELECT phase, heap_blks_scanned, heap_blks_total, 'blocks'
              FROM pg_catalog.pg_stat_progress_cluster WHERE pid = ?
            UNION ALL
            SELECT phase, heap_blks_scanned, heap_blks_total, 'blocks'
              FROM pg_catalog.pg_stat_progress_vacuum WHERE pid = ?
            UNION ALL
            SELECT phase, sample_blks_scanned, sample_blks_total, 'blocks'
              FROM pg_catalog.pg_stat_progress_analyze WHERE pid = ?
            UNION ALL
            SELECT lower(command), tuples_processed, 0, 'rows'
              FROM pg_catalog.pg_stat_progress_copy WHERE pid = ?
            """;

    /** What a backfill says of itself. */
    private static final Pattern SAID = Pattern.compile("([0-9]{1,18}) of ([0-9]{1,18}) ([a-z]+)");

    private Progress() {}

    /** One line of a progress view. */
    record Row(String phase, long done, long total, String unit) {}

    /** Reads what a statement said: {@code 3000 of 12000 pages}. */
    static Optional<Row> said(String notice) {
        Matcher match = SAID.matcher(notice.strip());
        return match.matches()
                ? Optional.of(new Row(
                        "filling",
                        Long.parseLong(match.group(1)),
                        Long.parseLong(match.group(2)),
                        String.valueOf(match.group(3))))
                : Optional.empty();
    }

    static Optional<Row> of(Connection connection, int pid) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            for (int i = 1; i <= 5; i++) {
                statement.setInt(i, pid);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Row(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4)))
                        : Optional.empty();
            }
        }
    }
}
