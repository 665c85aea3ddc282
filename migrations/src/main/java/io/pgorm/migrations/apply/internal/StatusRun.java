package io.pgorm.migrations.apply.internal;

import io.pgorm.migrations.apply.MigrationStatus;
import io.pgorm.migrations.apply.MigrationStatus.Entry;
import io.pgorm.migrations.apply.MigrationStatus.Rollback;
import io.pgorm.migrations.apply.MigrationStatus.State;
import io.pgorm.migrations.apply.internal.Journal.Row;
import io.pgorm.migrations.file.MigrationFolder;
import io.pgorm.migrations.file.MigrationName;
import io.pgorm.migrations.file.MigrationVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/** Says how a database stands; changes nothing, and keeps nobody out. */
public final class StatusRun {

    private final List<Row> journal;
    private final List<Rollback> rollbacks;

    private StatusRun(List<Row> journal, List<Rollback> rollbacks) {
        this.journal = journal;
        this.rollbacks = rollbacks;
    }

    /** Looks. */
    public static MigrationStatus run(Target target) {
        return Locked.look(target, (session, names) -> read(target, session, names));
    }

    private static MigrationStatus read(Target target, Session session, Bookkeeping names)
            throws SQLException, IOException {
        FlywayView flyway = new FlywayView(session, target.folder(), target.options(), names.schema());
        List<MigrationInfo> all = flyway.all();
        List<Rollback> rollbacks = new Rollbacks(session, names).all();
        StatusRun run = new StatusRun(new Journal(session, names).rows(), rollbacks);
        List<Entry> entries = new ArrayList<>();
        for (MigrationInfo migration : all) {
            run.entry(migration).ifPresent(entries::add);
        }
        MigrationFolder folder = MigrationFolder.read(target.folder());
        Set<MigrationVersion> applied = new LinkedHashSet<>();
        for (Entry entry : entries) {
            if (entry.version() != null && entry.installedOn() != null) {
                applied.add(new MigrationVersion(entry.version()));
            }
        }
        return new MigrationStatus(entries, rollbacks, Conflicts.of(folder, applied), folder.problems());
    }

    private Optional<Entry> entry(MigrationInfo migration) {
        Optional<State> state = state(migration);
        if (state.isEmpty()) {
            return Optional.empty();
        }
        String detail = "";
        State shown = state.get();
        List<Row> rows = journal.stream()
                .filter(row -> row.script().equals(migration.getScript()) || isWayBack(row, migration))
                .toList();
        if (!rows.isEmpty()) {
            shown = State.INTERRUPTED;
            detail = standing(rows, isWayBack(rows.getFirst(), migration));
        } else if (shown == State.PENDING || shown == State.OUT_OF_ORDER) {
            Optional<Rollback> last = lastRollback(migration);
            if (last.isPresent() && shown == State.PENDING) {
                shown = State.ROLLED_BACK;
            }
            detail = last.map(rollback -> "taken back on " + rollback.rolledBackOn() + " by " + rollback.rolledBackBy())
                    .orElse("");
        }
        @Nullable
        OffsetDateTime on = migration.getInstalledOn() == null
                ? null
                : migration.getInstalledOn().toInstant().atOffset(ZoneOffset.UTC);
        return Optional.of(new Entry(
                FlywayMigration.version(migration),
                String.valueOf(migration.getDescription()),
                String.valueOf(migration.getScript()),
                shown,
                detail,
                on,
                migration.getInstalledBy()));
    }

    /** Empty where it says nothing of how the database stands: an older run of a repeatable migration. */
    private static Optional<State> state(MigrationInfo migration) {
        return switch (migration.getState()) {
            case PENDING, ABOVE_TARGET, AVAILABLE, UNDONE -> Optional.of(State.PENDING);
            case IGNORED -> Optional.of(State.OUT_OF_ORDER);
            case BELOW_BASELINE, BASELINE_IGNORED -> Optional.of(State.BELOW_BASELINE);
            case BASELINE -> Optional.of(State.BASELINE);
            case MISSING_SUCCESS, FUTURE_SUCCESS ->
                Optional.of(
                        migration.getVersion() == null && migration.getType().isSynthetic()
                                ? State.BASELINE
                                : State.MISSING);
            case SUCCESS, OUT_OF_ORDER -> Optional.of(migration.isChecksumMatching() ? State.APPLIED : State.CHANGED);
            case FAILED, MISSING_FAILED, FUTURE_FAILED -> Optional.of(State.FAILED);
            case OUTDATED, SUPERSEDED, DELETED -> Optional.empty();
        };
    }

    private static boolean isWayBack(Row row, MigrationInfo migration) {
        return row.version() != null
                && row.version().equals(FlywayMigration.version(migration))
                && MigrationName.parse(Path.of(row.script()).getFileName().toString())
                        .filter(name -> name.kind() == MigrationName.Kind.DOWN)
                        .isPresent();
    }

    private static String standing(List<Row> rows, boolean back) {
        Row last = rows.getLast();
        int done = (int)
                rows.stream().filter(row -> row.state() == Journal.State.DONE).count();
        String way = back ? " on the way back" : "";
        String what = switch (last.state()) {
            case DONE -> "";
            case BEGUN -> ", step " + last.step() + " was begun outside of a transaction";
            case FAILED -> ", step " + last.step() + " failed";
        };
        return done + " of " + last.steps() + " steps are done" + way + what + "; " + (back ? "rollback" : "apply")
                + " goes on from there";
    }

    private Optional<Rollback> lastRollback(MigrationInfo migration) {
        return rollbacks.stream()
                .filter(rollback -> rollback.version().equals(FlywayMigration.version(migration)))
                .reduce((first, second) -> second);
    }
}
