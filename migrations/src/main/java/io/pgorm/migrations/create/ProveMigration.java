package io.pgorm.migrations.create;

import io.pgorm.ddl.plan.Plan;
import io.pgorm.migrations.diff.Comparison;
import io.pgorm.migrations.diff.Diff;
import io.pgorm.migrations.diff.DiffOptions;
import io.pgorm.migrations.diff.Difference;
import io.pgorm.migrations.file.Migration;
import io.pgorm.migrations.file.MigrationFolder;
import io.pgorm.migrations.file.MigrationVersion;
import io.pgorm.migrations.prove.Proof;
import io.pgorm.migrations.prove.ProofRequest;
import io.pgorm.migrations.prove.Prover;
import io.pgorm.migrations.rows.RowOptions;
import io.pgorm.migrations.source.MigrationsSource;
import io.pgorm.migrations.source.SchemaSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Proves migrations that stand in a folder, ours or written by hand. Stateless. */
public final class ProveMigration {

    private ProveMigration() {}

    /**
     * Makes what all migrations before this one make, with rows in the tables, runs it, takes it back where there is a
     * file for that, and runs it again.
     *
     * @throws IllegalArgumentException if the folder has no such migration
     * @throws IOException where a file cannot be read
     * @throws SQLException where a connection fails
     */
    public static Proof prove(Path folder, MigrationVersion version, DiffOptions options)
            throws IOException, SQLException {
        MigrationFolder read = MigrationFolder.read(folder);
        Migration migration = read.find(version)
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no migration of version " + version + " in " + folder));
        int place = read.migrations().indexOf(migration);
        // an empty database where it is the first
        SchemaSource before = place == 0
                ? new MigrationsSource(folder.resolve("-"))
                : new MigrationsSource(
                        folder, Optional.of(read.migrations().get(place - 1).version()));
        Plan up = FilePlan.of(migration.up());
        try (Comparison comparison =
                Comparison.of(before, new MigrationsSource(folder, Optional.of(version)), options)) {
            return Prover.prove(
                    new ProofRequest(comparison, up, FilePlan.wayBack(migration.down()), RowOptions.seed(1)));
        }
    }

    /**
     * What the schema says and the migrations do not make.
     *
     * @param upTo the last of them that is looked at
     */
    public static Difference missing(Path folder, MigrationVersion upTo, SchemaSource schema, DiffOptions options)
            throws IOException, SQLException {
        return Diff.between(new MigrationsSource(folder, Optional.of(upTo)), schema, options);
    }

    /** The versions of a folder, oldest first. */
    public static List<MigrationVersion> versions(Path folder) throws IOException {
        return MigrationFolder.read(folder).migrations().stream()
                .map(Migration::version)
                .toList();
    }
}
