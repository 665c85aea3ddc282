package io.pgorm.migrations.apply.internal;

import io.pgorm.migrations.apply.MigrationStatus.Rollback;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/** Who rolled what back, and when: Flyway's table forgets it, so that the migration can be applied again. */
final class Rollbacks {

    private final Session session;
    private final Bookkeeping names;

    Rollbacks(Session session, Bookkeeping names) {
        this.session = session;
        this.names = names;
    }

    void createIfAbsent() throws SQLException {
        session.execute("""
                CREATE TABLE IF NOT EXISTS %s (
                    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    version text NOT NULL,
                    description text NOT NULL,
                    script text NOT NULL,
                    installed_on timestamptz,
                    installed_by text,
                    rolled_back_on timestamptz NOT NULL DEFAULT clock_timestamp(),
                    rolled_back_by text NOT NULL DEFAULT current_user,
                    execution_time integer NOT NULL
                )""".formatted(names.rollbacks()));
    }

    void add(MigrationInfo migration, String version, String script, long milliseconds) throws SQLException {
        session.update(
                "INSERT INTO " + names.rollbacks() + " (version, description, script, installed_on, installed_by,"
                        + " execution_time) VALUES (?, ?, ?, ?, ?, ?)",
                version,
                migration.getDescription(),
                script,
                migration.getInstalledOn() == null
                        ? null
                        : new java.sql.Timestamp(migration.getInstalledOn().getTime()),
                migration.getInstalledBy(),
                (int) Math.min(milliseconds, Integer.MAX_VALUE));
    }

    /** Oldest first. */
    List<Rollback> all() throws SQLException {
        if (!names.hasRollbacks(session)) {
            return List.of();
        }
        List<Rollback> all = new ArrayList<>();
        for (List<@Nullable String> row : session.rows("SELECT version, description, script, rolled_back_by,"
                + " to_char(rolled_back_on AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM "
                + names.rollbacks() + " ORDER BY id")) {
            all.add(new Rollback(
                    String.valueOf(row.get(0)),
                    String.valueOf(row.get(1)),
                    String.valueOf(row.get(2)),
                    String.valueOf(row.get(3)),
                    OffsetDateTime.parse(String.valueOf(row.get(4)))));
        }
        return all;
    }
}
