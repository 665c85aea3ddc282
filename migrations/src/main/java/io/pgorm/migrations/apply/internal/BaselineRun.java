package io.pgorm.migrations.apply.internal;

import io.pgorm.migrations.apply.MigrationException;
import io.pgorm.migrations.apply.MigrationException.Kind;
import io.pgorm.migrations.file.MigrationVersion;

/** Adopts a database that exists. Stateless. */
public final class BaselineRun {

    private BaselineRun() {}

    /** Writes down that the database is at a version, without running anything. */
    public static void run(Target target, MigrationVersion version) {
        Locked.run(target, locked -> {
            if (locked.names().hasHistory(locked.session()) && !isEmpty(locked)) {
                throw new MigrationException(
                        Kind.REFUSED,
                        "the database has a history of migrations already; pgorm migrate status shows it");
            }
            locked.flyway().baseline(version.text());
            return version;
        });
    }

    private static boolean isEmpty(Locked locked) throws java.sql.SQLException {
        return locked.session()
                .text("SELECT 1 FROM " + locked.names().history())
                .isEmpty();
    }
}
