package io.pgorm.migrations;

import io.pgorm.database.DatabaseUrl;
import io.pgorm.migrations.apply.Applied;
import io.pgorm.migrations.apply.ApplyOptions;
import io.pgorm.migrations.apply.MigrationException;
import io.pgorm.migrations.apply.MigrationListener;
import io.pgorm.migrations.apply.MigrationStatus;
import io.pgorm.migrations.apply.RolledBack;
import io.pgorm.migrations.apply.internal.ApplyRun;
import io.pgorm.migrations.apply.internal.BaselineRun;
import io.pgorm.migrations.apply.internal.RollbackRun;
import io.pgorm.migrations.apply.internal.StatusRun;
import io.pgorm.migrations.apply.internal.Target;
import io.pgorm.migrations.apply.internal.UrlSource;
import io.pgorm.migrations.file.MigrationVersion;
import java.nio.file.Path;
import javax.sql.DataSource;

/**
 * A folder of migrations and a database. What was applied stands in Flyway's own table, so that Flyway can go on where
 * this leaves off, and the other way round. Immutable; may be used by several threads and processes at once, of which
 * one does the work and the others wait for it and find nothing to do.
 *
 * <pre>{@code
 * Migrations.of(dataSource, Path.of("migrations")).apply();
 * }</pre>
 *
 * <p>Every method throws {@link MigrationException} where it could not do all of its work; the message says how the
 * database stands then.
 */
public final class Migrations {

    private final Target target;

    private Migrations(Target target) {
        this.target = target;
    }

    /**
     * With the standard options.
     *
     * @param dataSource gives connections to the server itself, or to a pooler that keeps sessions; two at a time at most
     * @param folder of the files, which are read anew by each call
     */
    public static Migrations of(DataSource dataSource, Path folder) {
        return new Migrations(new Target(dataSource, folder, ApplyOptions.standard(), MigrationListener.none()));
    }

    /** As the other, with connections of its own. */
    public static Migrations of(DatabaseUrl url, Path folder) {
        return of(new UrlSource(url), folder);
    }

    /** The same with other options. */
    public Migrations with(ApplyOptions options) {
        return new Migrations(new Target(target.source(), target.folder(), options, target.listener()));
    }

    /** The same with a listener, which is told what happens. */
    public Migrations with(MigrationListener listener) {
        return new Migrations(new Target(target.source(), target.folder(), target.options(), listener));
    }

    /**
     * Applies what is pending, and before it what was interrupted, from where it stands.
     *
     * @return what was applied by this call; nothing where another process has done it meanwhile
     */
    public Applied apply() {
        return ApplyRun.run(target);
    }

    /** Says how the database stands. Changes nothing. */
    public MigrationStatus status() {
        return StatusRun.run(target);
    }

    /** Takes back the migration that was applied last, by its undo file. */
    public RolledBack rollback() {
        return RollbackRun.run(target, null);
    }

    /**
     * Takes back all that is newer than a version, newest first.
     *
     * @param version the one that is the newest afterwards; {@code 0} for none
     * @throws IllegalArgumentException if it is no version
     */
    public RolledBack rollbackTo(String version) {
        return RollbackRun.run(target, new MigrationVersion(version));
    }

    /**
     * Adopts a database that exists: from now on it is at this version, and only what is newer is applied.
     *
     * @throws IllegalArgumentException if it is no version
     */
    public void baseline(String version) {
        BaselineRun.run(target, new MigrationVersion(version));
    }
}
