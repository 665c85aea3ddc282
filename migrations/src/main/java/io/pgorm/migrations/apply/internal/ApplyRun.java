package io.pgorm.migrations.apply.internal;

import io.pgorm.migrations.apply.Applied;
import io.pgorm.migrations.apply.MigrationException;
import io.pgorm.migrations.apply.MigrationException.Kind;
import io.pgorm.migrations.apply.internal.Journal.Row;
import io.pgorm.migrations.file.MigrationFile;
import io.pgorm.migrations.file.MigrationName;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.output.ValidateOutput;

/** Applies what is pending. Used by one thread, once. */
public final class ApplyRun {

    private final Locked locked;
    private final FlywayView flyway;
    private final Set<String> interrupted;

    private ApplyRun(Locked locked) throws SQLException {
        this.locked = locked;
        this.flyway = locked.flyway();
        this.interrupted = locked.journal().rows().stream().map(Row::script).collect(Collectors.toSet());
    }

    /** Applies what is pending. */
    public static Applied run(Target target) {
        return Locked.run(target, locked -> new ApplyRun(locked).run());
    }

    private Applied run() throws SQLException, IOException {
        if (!locked.names().hasHistory(locked.session())) {
            flyway.createHistory();
        }
        refuseInterruptedRollback();
        refuseWhatFlywayRefuses();
        Map<MigrationInfo, Script> todo = todo();
        todo.values().forEach(script -> Hazards.check(script, locked.target().options()));
        List<Applied.File> applied = new ArrayList<>();
        try (Watch watch = new Watch(
                locked.target().source(), locked.session(), locked.target().listener())) {
            for (Map.Entry<MigrationInfo, Script> next : todo.entrySet()) {
                locked.putSchemaFirst();
                Duration took = apply(next.getKey(), next.getValue(), watch);
                applied.add(new Applied.File(
                        next.getValue().name(),
                        next.getValue().version(),
                        next.getKey().getDescription(),
                        took));
            }
        }
        return new Applied(applied);
    }

    private Duration apply(MigrationInfo migration, Script script, Watch watch) throws SQLException {
        if (script.hasRows()) {
            long began = System.nanoTime();
            flyway.migrate(migration.getVersion());
            return Duration.ofNanos(System.nanoTime() - began);
        }
        History history = locked.history();
        Record record = new Record() {
            @Override
            public void begun() throws SQLException {
                history.begun(migration);
            }

            @Override
            public void completed(long milliseconds) throws SQLException {
                history.completed(migration, milliseconds);
            }
        };
        return new FileRun(
                        locked.session(),
                        locked.journal(),
                        watch,
                        locked.target().options(),
                        locked.target().listener(),
                        script,
                        record)
                .run();
    }

    /** What is pending, and before it what was interrupted, each file read. */
    private Map<MigrationInfo, Script> todo() throws IOException {
        Map<MigrationInfo, Script> todo = new LinkedHashMap<>();
        for (MigrationInfo migration : flyway.all()) {
            if (interrupted.contains(migration.getScript()) && FlywayMigration.file(migration) != null) {
                todo.put(migration, script(migration));
            }
        }
        for (MigrationInfo migration : flyway.pending()) {
            if (!interrupted.contains(migration.getScript())) {
                todo.put(migration, script(migration));
            }
        }
        return todo;
    }

    private static Script script(MigrationInfo migration) throws IOException {
        Path path = FlywayMigration.file(migration);
        Integer checksum = FlywayMigration.checksum(migration);
        if (path == null
                || MigrationName.parse(String.valueOf(path.getFileName())).isEmpty()) {
            throw new MigrationException(
                    Kind.REFUSED, migration.getScript() + " is no file of SQL, and nothing else is run here");
        }
        return Script.of(
                migration.getScript(),
                FlywayMigration.version(migration),
                checksum == null ? 0 : checksum,
                MigrationFile.read(path));
    }

    private void refuseInterruptedRollback() throws SQLException {
        for (Row row : locked.journal().rows()) {
            if (MigrationName.parse(Path.of(row.script()).getFileName().toString())
                    .filter(name -> name.kind() == MigrationName.Kind.DOWN)
                    .isPresent()) {
                throw new MigrationException(
                        Kind.REFUSED,
                        "the rollback of " + row.version() + " was interrupted in step " + row.step() + " of "
                                + row.steps() + "; bring it to its end first: pgorm migrate rollback");
            }
        }
    }

    private void refuseWhatFlywayRefuses() {
        List<String> lines = new ArrayList<>();
        for (ValidateOutput output : flyway.objections()) {
            boolean ours = interrupted.stream()
                    .map(script ->
                            MigrationName.parse(Path.of(script).getFileName().toString()))
                    .flatMap(java.util.Optional::stream)
                    .anyMatch(name -> name.version()
                            .map(version -> output.version != null
                                    && !output.version.isEmpty()
                                    && version.text().equals(output.version))
                            .orElse(name.description().equals(output.description)));
            if (!ours) {
                lines.add(explain(output));
            }
        }
        if (!lines.isEmpty()) {
            throw new MigrationException(Kind.REFUSED, "nothing was run:\n  " + String.join("\n  ", lines));
        }
    }

    private static String explain(ValidateOutput output) {
        String name = output.version == null || output.version.isEmpty()
                ? output.description
                : output.version + " (" + output.description + ")";
        if (output.errorDetails.errorCode instanceof CoreErrorCode code) {
            switch (code) {
                case CHECKSUM_MISMATCH -> {
                    return name + " has been changed since it was applied; put it back as it was, and say in a new"
                            + " migration what is to change";
                }
                case RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED -> {
                    return name + " is not applied, and a newer one is; --out-of-order applies it nevertheless";
                }
                case APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED -> {
                    return name + " was applied, and its file is missing";
                }
                case FAILED_VERSIONED_MIGRATION, FAILED_REPEATABLE_MIGRATION -> {
                    return name + " failed when Flyway applied it; see what it left, and then: flyway repair";
                }
                default -> {
                    return String.valueOf(output.errorDetails.errorMessage);
                }
            }
        }
        return String.valueOf(output.errorDetails.errorMessage);
    }
}
