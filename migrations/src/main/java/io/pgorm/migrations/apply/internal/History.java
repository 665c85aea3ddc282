package io.pgorm.migrations.apply.internal;

import java.sql.SQLException;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of Flyway's table as Flyway does, but in the transaction of the statements that they speak of. A
 * migration that is not one transaction stands there as failed until its last step is done, so that plain Flyway does not
 * begin it anew. Used by one thread.
 */
final class History {

    private static final String ROW = " WHERE installed_rank = (SELECT max(installed_rank) FROM %1$s WHERE script = ?"
            + " AND version IS NOT DISTINCT FROM ? AND NOT success)";

    private final Session session;
    private final String table;

    History(Session session, Bookkeeping names) {
        this.session = session;
        this.table = names.history();
    }

    /** A migration that is under way. */
    void begun(MigrationInfo migration) throws SQLException {
        if (session.update("UPDATE " + table + " SET checksum = ?" + ROW.formatted(table), values(migration)) == 0) {
            insert(migration, 0, false);
        }
    }

    /** All of a migration is done. */
    void completed(MigrationInfo migration, long milliseconds) throws SQLException {
        int changed = session.update(
                "UPDATE " + table + " SET success = true, installed_on = now(), installed_by = current_user,"
                        + " checksum = ?, execution_time = " + milliseconds + ROW.formatted(table),
                values(migration));
        if (changed == 0) {
            insert(migration, milliseconds, true);
        }
    }

    private static @Nullable Object[] values(MigrationInfo migration) {
        return new @Nullable Object[] {
            FlywayMigration.checksum(migration), migration.getScript(), FlywayMigration.version(migration)
        };
    }

    private void insert(MigrationInfo migration, long milliseconds, boolean success) throws SQLException {
        session.update(
                "INSERT INTO " + table + " (installed_rank, version, description, type, script, checksum, installed_by,"
                        + " execution_time, success) SELECT coalesce(max(installed_rank), 0) + 1, ?, ?, ?, ?, ?,"
                        + " current_user, ?, ? FROM " + table,
                FlywayMigration.version(migration),
                migration.getDescription(),
                migration.getType().name(),
                migration.getScript(),
                FlywayMigration.checksum(migration),
                (int) Math.min(milliseconds, Integer.MAX_VALUE),
                success);
    }

    /** A migration that is being rolled back is no longer there as a whole. */
    void undoing(String version) throws SQLException {
        session.update("UPDATE " + table + " SET success = false WHERE version = ?", version);
    }

    /** A migration that was rolled back is as if it had never been applied, for Flyway too. */
    void undone(String version) throws SQLException {
        session.update("DELETE FROM " + table + " WHERE version = ?", version);
    }
}
