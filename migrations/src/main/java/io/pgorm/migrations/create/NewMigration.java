package io.pgorm.migrations.create;

import io.pgorm.ddl.plan.Plan;
import io.pgorm.migrations.diff.Comparison;
import io.pgorm.migrations.diff.Difference;
import io.pgorm.migrations.diff.Way;
import io.pgorm.migrations.file.MigrationFolder;
import io.pgorm.migrations.file.MigrationName;
import io.pgorm.migrations.file.MigrationVersion;
import io.pgorm.migrations.file.MigrationWriter;
import io.pgorm.migrations.file.WrittenMigration;
import io.pgorm.migrations.prove.Proof;
import io.pgorm.migrations.prove.ProofRequest;
import io.pgorm.migrations.prove.Prover;
import io.pgorm.migrations.rows.RowOptions;
import io.pgorm.migrations.source.MigrationsSource;
import io.pgorm.migrations.source.SchemaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the migration from what a folder of migrations makes to what a schema says, and proves it: what is tried is what
 * stands in the files. Stateless.
 */
public final class NewMigration {

    private NewMigration() {}

    /**
     * Plans, proves and writes, but saves nothing: that is up to {@link WrittenMigration#save}.
     *
     * @param schema what shall be
     * @throws IllegalArgumentException if the name has no letter in it, or files of the folder are in each other's way
     * @throws IOException where a file cannot be read
     * @throws SQLException where a connection fails
     * @see Comparison#of(SchemaSource, SchemaSource, io.pgorm.migrations.diff.DiffOptions) for what else is thrown
     */
    public static NewMigrationResult make(SchemaSource schema, NewMigrationOptions options)
            throws IOException, SQLException {
        String slug = MigrationName.slug(options.name());
        Optional<MigrationFolder> folder =
                Files.exists(options.folder()) ? Optional.of(MigrationFolder.read(options.folder())) : Optional.empty();
        Optional<MigrationVersion> newest = folder.flatMap(MigrationFolder::newest);
        MigrationVersion version = MigrationVersion.next(newest, options.clock().instant());
        try (Comparison comparison = Comparison.of(new MigrationsSource(options.folder()), schema, options.diff())) {
            Difference difference = comparison.difference();
            NewMigrationResult.Seen seen = seen(difference, folder);
            return switch (difference.up()) {
                case Way.Impossible(String reason) -> new NewMigrationResult.Impossible(reason, seen);
                case Way.Planned(Plan up) when up.isEmpty() -> new NewMigrationResult.Unchanged(seen);
                case Way.Planned(Plan up) -> {
                    WrittenMigration written = writer(version, slug, schema, difference, options, newest)
                            .write(up, difference.down());
                    yield prove(comparison, written, seen);
                }
            };
        }
    }

    private static NewMigrationResult.Seen seen(Difference difference, Optional<MigrationFolder> folder) {
        List<String> notes =
                new ArrayList<>(folder.map(MigrationFolder::problems).orElse(List.of()));
        notes.addAll(difference.notes());
        notes.addAll(difference.likelyRenames());
        return new NewMigrationResult.Seen(difference.unmodelled(), notes);
    }

    private static MigrationWriter writer(
            MigrationVersion version,
            String slug,
            SchemaSource schema,
            Difference difference,
            NewMigrationOptions options,
            Optional<MigrationVersion> newest) {
        return new MigrationWriter(
                version,
                slug,
                options.allowed(),
                List.of("from " + schema.describe() + ", tried on " + difference.server()),
                newest);
    }

    /** The files are read again, so that nothing is proven that does not stand there. */
    private static NewMigrationResult prove(
            Comparison comparison, WrittenMigration written, NewMigrationResult.Seen seen)
            throws IOException, SQLException {
        Plan up = FilePlan.of(written.up());
        Way down = FilePlan.wayBack(Optional.of(written.down()));
        Proof proof = Prover.prove(new ProofRequest(comparison, up, down, RowOptions.seed(1)));
        return switch (proof) {
            case Proof.Proven proven -> new NewMigrationResult.Proven(written, up, down, proven, seen);
            case Proof.Failed failed -> new NewMigrationResult.NotProven(written, failed, seen);
        };
    }
}
