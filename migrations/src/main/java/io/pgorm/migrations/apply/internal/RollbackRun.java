package io.pgorm.migrations.apply.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.migrations.apply.MigrationEvent;
import io.pgorm.migrations.apply.MigrationException;
import io.pgorm.migrations.apply.MigrationException.Kind;
import io.pgorm.migrations.apply.RolledBack;
import io.pgorm.migrations.apply.internal.Journal.Row;
import io.pgorm.migrations.file.MigrationFile;
import io.pgorm.migrations.file.MigrationFolder;
import io.pgorm.migrations.file.MigrationName;
import io.pgorm.migrations.file.MigrationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;

/** Takes back what was applied, newest first. Used by one thread, once. */
public final class RollbackRun {

    private static final Set<MigrationState> THERE = Set.of(
            MigrationState.SUCCESS,
            MigrationState.OUT_OF_ORDER,
            MigrationState.MISSING_SUCCESS,
            MigrationState.FUTURE_SUCCESS);

    private final Locked locked;
    private final Set<String> interrupted;

    private RollbackRun(Locked locked) throws SQLException {
        this.locked = locked;
        this.interrupted = locked.journal().rows().stream().map(Row::script).collect(Collectors.toSet());
    }

    /** @param version the last version that stays; null to take back only the newest */
    public static RolledBack run(Target target, @Nullable MigrationVersion version) {
        return Locked.run(target, locked -> new RollbackRun(locked).run(version));
    }

    private RolledBack run(@Nullable MigrationVersion to) throws SQLException, IOException {
        if (!locked.names().hasHistory(locked.session())) {
            throw new MigrationException(Kind.REFUSED, "nothing was ever applied to this database");
        }
        List<MigrationInfo> applied = applied(to);
        Map<MigrationInfo, Script> todo = read(applied);
        locked.rollbacks().createIfAbsent();
        List<RolledBack.File> done = new ArrayList<>();
        try (Watch watch = new Watch(
                locked.target().source(), locked.session(), locked.target().listener())) {
            for (Map.Entry<MigrationInfo, Script> next : todo.entrySet()) {
                locked.putSchemaFirst();
                Duration took = rollBack(next.getKey(), next.getValue(), watch);
                done.add(new RolledBack.File(
                        next.getValue().name(),
                        String.valueOf(next.getValue().version()),
                        next.getKey().getDescription(),
                        took));
            }
        }
        return new RolledBack(done);
    }

    private Duration rollBack(MigrationInfo migration, Script script, Watch watch) throws SQLException {
        Set<Hazard> hazards = script.file().hazards();
        if (!hazards.isEmpty()) {
            locked.target()
                    .listener()
                    .on(new MigrationEvent.Note(script.name() + " has hazards: "
                            + hazards.stream().map(Hazard::name).sorted().collect(Collectors.joining(", "))));
        }
        String version = String.valueOf(script.version());
        History history = locked.history();
        Rollbacks rollbacks = locked.rollbacks();
        Record record = new Record() {
            @Override
            public void begun() throws SQLException {
                history.undoing(version);
            }

            @Override
            public void completed(long milliseconds) throws SQLException {
                history.undone(version);
                rollbacks.add(migration, version, script.name(), milliseconds);
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

    /** What is to be taken back, newest first; what was interrupted on the way back comes first of all. */
    private List<MigrationInfo> applied(@Nullable MigrationVersion to) throws SQLException {
        List<MigrationInfo> applied = new ArrayList<>();
        boolean known = to == null || to.text().matches("[0.]+");
        for (MigrationInfo migration : locked.flyway().all()) {
            String version = FlywayMigration.version(migration);
            if (version == null || migration.getInstalledRank() == null) {
                continue;
            }
            known |= new MigrationVersion(version).equals(to);
            boolean goesOn = isInterruptedOnTheWayBack(version);
            if (!goesOn && interrupted.contains(migration.getScript())) {
                throw new MigrationException(
                        Kind.REFUSED,
                        migration.getScript() + " was interrupted while it was applied, so that it cannot be taken back"
                                + " as a whole; bring it to its end first: pgorm migrate apply");
            }
            if ((goesOn || THERE.contains(migration.getState()))
                    && (to == null || new MigrationVersion(version).compareTo(to) > 0)) {
                applied.add(migration);
            }
        }
        if (!known) {
            throw new MigrationException(
                    Kind.REFUSED,
                    "the version " + to + " was never applied to this database, so there is no way back to it");
        }
        if (applied.isEmpty() && to == null) {
            throw new MigrationException(Kind.REFUSED, "nothing is applied that could be taken back");
        }
        applied.sort(Comparator.comparing(MigrationInfo::getInstalledRank).reversed());
        return to == null ? applied.subList(0, 1) : applied;
    }

    private boolean isInterruptedOnTheWayBack(String version) {
        return interrupted.stream()
                .map(script -> MigrationName.parse(Path.of(script).getFileName().toString()))
                .flatMap(Optional::stream)
                .anyMatch(name -> name.kind() == MigrationName.Kind.DOWN
                        && name.version()
                                .filter(new MigrationVersion(version)::equals)
                                .isPresent());
    }

    /** Reads all of them before one is run: who cannot go all the way does not begin it. */
    private Map<MigrationInfo, Script> read(List<MigrationInfo> applied) throws IOException {
        MigrationFolder folder = MigrationFolder.read(locked.target().folder());
        Map<MigrationInfo, Script> scripts = new LinkedHashMap<>();
        List<String> refused = new ArrayList<>();
        for (MigrationInfo migration : applied) {
            String version = String.valueOf(FlywayMigration.version(migration));
            Optional<MigrationFile> down =
                    folder.find(new MigrationVersion(version)).flatMap(io.pgorm.migrations.file.Migration::down);
            if (down.isEmpty()) {
                refused.add(version + " (" + migration.getDescription() + ") has no file that takes it back: U"
                        + version + "__" + migration.getDescription().replace(' ', '_') + ".sql");
                continue;
            }
            Optional<String> reason = down.get().head().irreversible();
            if (reason.isPresent()) {
                refused.add(version + " (" + migration.getDescription() + ") cannot be taken back: " + reason.get());
                continue;
            }
            String name = locked.target().folder().relativize(down.get().path()).toString();
            scripts.put(migration, Script.of(name, version, checksum(down.get()), down.get()));
        }
        if (!refused.isEmpty()) {
            throw new MigrationException(Kind.REFUSED, "nothing was taken back:\n  " + String.join("\n  ", refused));
        }
        return scripts;
    }

    private static int checksum(MigrationFile file) {
        CRC32 crc = new CRC32();
        file.text().lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) crc.getValue();
    }
}
