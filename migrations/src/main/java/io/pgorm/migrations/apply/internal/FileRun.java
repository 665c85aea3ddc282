package io.pgorm.migrations.apply.internal;

import io.pgorm.migrations.apply.ApplyOptions;
import io.pgorm.migrations.apply.MigrationEvent;
import io.pgorm.migrations.apply.MigrationException;
import io.pgorm.migrations.apply.MigrationException.Kind;
import io.pgorm.migrations.apply.MigrationListener;
import io.pgorm.migrations.apply.internal.Journal.Row;
import io.pgorm.migrations.apply.internal.Journal.State;
import io.pgorm.migrations.apply.internal.StepRun.OutsideException;
import io.pgorm.migrations.apply.internal.StepRun.RefusedException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs one file to its end, from where it stands. Used by one thread, for one file. */
final class FileRun {

    private final Session session;
    private final Journal journal;
    private final Settle settle;
    private final StepRun run;
    private final ApplyOptions options;
    private final MigrationListener listener;
    private final Script script;
    private final Record record;
    private final long began = System.nanoTime();
    private final Map<Integer, Row> rows = new LinkedHashMap<>();

    FileRun(
            Session session,
            Journal journal,
            Watch watch,
            ApplyOptions options,
            MigrationListener listener,
            Script script,
            Record record) {
        this.session = session;
        this.journal = journal;
        this.settle = new Settle(session);
        this.run = new StepRun(session, watch, options, listener);
        this.options = options;
        this.listener = listener;
        this.script = script;
        this.record = record;
    }

    /**
     * Runs what is not done yet.
     *
     * @return how long it took
     * @throws MigrationException where a step failed; the message says where the file stands then
     */
    Duration run() throws SQLException {
        List<Step> steps = script.steps();
        try {
            for (Row row : journal.rows(script.name())) {
                rows.put(row.step(), row);
            }
            checkUnchanged();
            int done = (int) rows.values().stream()
                    .filter(row -> row.state() == State.DONE)
                    .count();
            listener.on(new MigrationEvent.FileStarted(script.name(), steps.size(), done));
            if (Step.isOneTransaction(steps) && rows.isEmpty()) {
                atOnce(steps);
            } else {
                journal.createIfAbsent();
                for (Step step : steps) {
                    step(step);
                }
            }
        } catch (SQLException | RuntimeException e) {
            session.doNotReuse();
            throw e;
        }
        session.reset(options.lockTimeout());
        Duration duration = took();
        listener.on(new MigrationEvent.FileFinished(script.name(), duration));
        return duration;
    }

    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void atOnce(List<Step> steps) throws SQLException {
        try {
            if (steps.isEmpty() || steps.getFirst().kind() == Step.Kind.SETTING) {
                for (Step step : steps) {
                    run.setting(step);
                }
                session.inTransaction(() -> record.completed(took().toMillis()));
                return;
            }
            try {
                run.transaction(steps.getFirst(), () -> record.completed(took().toMillis()));
            } catch (OutsideException e) {
                journal.createIfAbsent();
                outside(steps.getFirst().outside());
            }
        } catch (RefusedException e) {
            throw e.withStanding("nothing of " + script.name() + " was done");
        }
    }

    private void step(Step step) throws SQLException {
        Row row = rows.get(step.number());
        try {
            switch (step.kind()) {
                case SETTING -> run.setting(step);
                case TRANSACTION -> {
                    if (row == null || row.state() == State.FAILED) {
                        transaction(step);
                    } else if (row.state() == State.BEGUN) {
                        // it could not be run in a transaction, as the server had said
                        outside(step.outside());
                    }
                }
                case OUTSIDE -> {
                    if (row == null || row.state() != State.DONE) {
                        outside(step);
                    }
                }
            }
        } catch (RefusedException e) {
            throw e.withStanding(standing(step));
        }
    }

    private String standing(Step step) {
        return step.number() == 1 || !isBegun()
                ? "nothing of " + script.name() + " was done; it can be applied again when the cause is gone"
                : script.name() + " is done up to step " + (step.number() - 1) + " of " + step.of()
                        + "; when the cause is gone, it goes on with step " + step.number();
    }

    private boolean isBegun() {
        return rows.values().stream().anyMatch(row -> row.state() == State.DONE);
    }

    private void transaction(Step step) throws SQLException, RefusedException {
        try {
            run.transaction(step, () -> {
                if (!isBegun()) {
                    record.begun();
                }
                write(step, State.DONE, "");
                completeAfter(step);
            });
            remember(step, State.DONE, "");
        } catch (OutsideException e) {
            outside(step.outside());
        }
    }

    private void outside(Step step) throws SQLException, RefusedException {
        LoneStatement lone = LoneStatement.of(step.statements().getFirst());
        Row row = rows.get(step.number());
        Optional<String> begun = Optional.ofNullable(row)
                .filter(left -> left.state() == State.BEGUN)
                .map(Row::note);
        String note = begun.isPresent() ? begun.get() : settle.note(lone);
        if (begun.isEmpty()) {
            session.inTransaction(() -> {
                record.begun();
                write(step, State.BEGUN, note);
            });
            remember(step, State.BEGUN, note);
        }
        try {
            run.outside(step, lone, settle, begun);
        } catch (RefusedException e) {
            if (!e.isInDoubt()) {
                session.inTransaction(() -> write(step, State.FAILED, note));
            }
            throw e;
        }
        session.inTransaction(() -> {
            write(step, State.DONE, "");
            completeAfter(step);
        });
        remember(step, State.DONE, "");
    }

    private void write(Step step, State state, String note) throws SQLException {
        journal.write(new Row(
                script.name(),
                script.version(),
                script.checksum(),
                step.number(),
                step.of(),
                step.hash(),
                state,
                note));
    }

    private void remember(Step step, State state, String note) {
        rows.put(
                step.number(),
                new Row(
                        script.name(),
                        script.version(),
                        script.checksum(),
                        step.number(),
                        step.of(),
                        step.hash(),
                        state,
                        note));
    }

    /** The last step that is written down takes the whole file's rows with it. */
    private void completeAfter(Step step) throws SQLException {
        boolean last = script.steps().stream()
                .filter(later -> later.number() > step.number())
                .allMatch(later -> later.kind() == Step.Kind.SETTING);
        if (last) {
            journal.clear(script.name());
            record.completed(took().toMillis());
        }
    }

    private void checkUnchanged() {
        boolean changed = rows.values().stream().anyMatch(row -> row.checksum() != script.checksum());
        if (!changed) {
            return;
        }
        List<Step> steps = script.steps();
        boolean sameSoFar = rows.values().stream()
                .filter(row -> row.state() != State.FAILED)
                .allMatch(row -> row.step() <= steps.size()
                        && steps.get(row.step() - 1).hash().equals(row.hash()));
        if (sameSoFar && options.takeChanged()) {
            return;
        }
        int last = rows.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        throw new MigrationException(
                Kind.REFUSED,
                script.name() + " was interrupted in step " + last + " and has been changed since; nothing was run. "
                        + (sameSoFar
                                ? "The steps that were begun are the same: to go on with the changed ones after them,"
                                        + " use --take-changed."
                                : "Steps that are done or begun are no longer the same: put the file back as it was."));
    }
}
