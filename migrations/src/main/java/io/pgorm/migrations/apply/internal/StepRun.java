package io.pgorm.migrations.apply.internal;

import io.pgorm.migrations.apply.ApplyOptions;
import io.pgorm.migrations.apply.Durations;
import io.pgorm.migrations.apply.MigrationEvent;
import io.pgorm.migrations.apply.MigrationEvent.Position;
import io.pgorm.migrations.apply.MigrationException;
import io.pgorm.migrations.apply.MigrationException.Kind;
import io.pgorm.migrations.apply.MigrationListener;
import io.pgorm.migrations.apply.OtherSession;
import io.pgorm.migrations.file.MigrationStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs the statements of one step, again where somebody was in the way. Used by one thread. */
final class StepRun {

    /** The server does not do this within a transaction; a procedure that commits says it in the other way. */
    private static final Set<String> NOT_IN_TRANSACTION = Set.of("25001", "2D000");

    private final Session session;
    private final Watch watch;
    private final ApplyOptions options;
    private final MigrationListener listener;

    /** Whether the file says itself how long it waits. */
    private boolean ownTimeouts;

    StepRun(Session session, Watch watch, ApplyOptions options, MigrationListener listener) {
        this.session = session;
        this.watch = watch;
        this.options = options;
        this.listener = listener;
    }

    /** A statement that must be run outside of a transaction, which nothing of its text told. */
    static final class OutsideException extends Exception {
        private static final long serialVersionUID = 1;

        private OutsideException(Throwable cause) {
            super(cause);
        }
    }

    /** A statement that the server refused. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Position position;
        private final transient MigrationException.Kind kind;
        private final transient String reason;

        private final boolean unsettled;

        private RefusedException(
                Position position, MigrationException.Kind kind, String reason, boolean unsettled, SQLException cause) {
            super(cause);
            this.unsettled = unsettled;
            this.position = position;
            this.kind = kind;
            this.reason = reason;
        }

        /** @param standing where the file stands now */
        MigrationException withStanding(String standing) {
            return new MigrationException(kind, position + ": " + reason + "\n" + standing, getCause());
        }

        /** Whether it is not known what the statement did: the connection is gone, or an earlier end was not found out. */
        boolean isInDoubt() {
            return unsettled
                    || getCause() instanceof SQLException e
                            && e.getSQLState() != null
                            && (e.getSQLState().startsWith("08")
                                    || e.getSQLState().startsWith("57P"));
        }
    }

    /** Runs a statement that sets something. */
    void setting(Step step) throws RefusedException {
        MigrationStatement statement = step.statements().getFirst();
        ownTimeouts |= Timeouts.areSetBy(statement);
        try {
            execute(step, statement);
        } catch (SQLException e) {
            throw refused(step, step.position(statement), e, 1, List.of(), false);
        }
    }

    /**
     * Runs a step in a transaction, with what is written down of it.
     *
     * @throws OutsideException where that is not possible; nothing was done
     */
    void transaction(Step step, Session.Work bookkeeping) throws SQLException, RefusedException, OutsideException {
        for (int attempt = 1; ; attempt++) {
            MigrationStatement current = step.statements().getFirst();
            try {
                session.begin();
                if (!ownTimeouts) {
                    session.execute(Timeouts.set(step, options, true));
                }
                for (MigrationStatement statement : step.statements()) {
                    current = statement;
                    execute(step, statement);
                }
                session.asOwnRole();
                bookkeeping.run();
                session.commit();
                return;
            } catch (SQLException e) {
                List<OtherSession> holders = watch.blocking();
                session.rollback(e);
                if (step.statements().size() == 1 && NOT_IN_TRANSACTION.contains(String.valueOf(e.getSQLState()))) {
                    throw new OutsideException(e);
                }
                retryOrThrow(step, step.position(current), e, attempt, holders, false);
            } catch (RuntimeException e) {
                session.rollback(e);
                throw e;
            }
        }
    }

    /**
     * Runs a statement outside of a transaction; what it leaves when it fails is cleared away where that can be.
     *
     * @param begun what was written down before it was run, where it was interrupted: then it is looked at first
     */
    void outside(Step step, LoneStatement lone, Settle settle, Optional<String> begun)
            throws SQLException, RefusedException {
        MigrationStatement statement = step.statements().getFirst();
        Position position = step.position(statement);
        Optional<String> open = begun;
        for (int attempt = 1; ; attempt++) {
            try {
                if (!ownTimeouts) {
                    session.execute(Timeouts.set(step, options, false));
                }
                if (isEnded(position, lone, settle, open)) {
                    return;
                }
                open = Optional.empty();
                execute(step, statement);
                return;
            } catch (SQLException e) {
                List<OtherSession> holders = watch.blocking();
                if (open.isEmpty()) {
                    clear(settle, lone, e);
                }
                retryOrThrow(step, position, e, attempt, holders, open.isPresent());
            }
        }
    }

    /** Looks at what was left, and clears it away where it is not the whole. */
    private boolean isEnded(Position position, LoneStatement lone, Settle settle, Optional<String> begun)
            throws SQLException {
        watch.begin(position);
        try {
            if (begun.isEmpty()) {
                if (settle.clear(lone)) {
                    listener.on(new MigrationEvent.Settled(
                            position, "an index was there that is not valid; it was dropped and is built anew"));
                }
                return false;
            }
            Settle.Answer answer = settle.begun(lone, begun.get())
                    .orElseThrow(() -> new MigrationException(
                            Kind.REFUSED,
                            position
                                    + ": this statement was begun and interrupted, and nothing tells whether it was done:"
                                    + " look, and then set state to 'done' or 'failed' in the row of the table"
                                    + " pgorm_journal with script '" + position.script() + "' and step "
                                    + position.step() + "; with 'failed' it is run again. Nothing was run now."));
            listener.on(new MigrationEvent.Settled(position, answer.found()));
            return answer.ended();
        } finally {
            watch.end();
        }
    }

    private void clear(Settle settle, LoneStatement lone, SQLException because) {
        try {
            session.execute("SET lock_timeout = " + options.lockTimeout().toMillis());
            settle.clear(lone);
        } catch (SQLException e) {
            // who keeps it from being built may keep it from being dropped; it is tried before it is built again
            because.addSuppressed(e);
        }
    }

    private void execute(Step step, MigrationStatement statement) throws SQLException {
        Position position = step.position(statement);
        listener.on(new MigrationEvent.StatementStarted(position));
        long began = System.nanoTime();
        watch.begin(position);
        try {
            session.execute(statement.sql());
        } finally {
            watch.end();
        }
        listener.on(new MigrationEvent.StatementFinished(position, Duration.ofNanos(System.nanoTime() - began)));
    }

    private void retryOrThrow(
            Step step, Position position, SQLException e, int attempt, List<OtherSession> holders, boolean unsettled)
            throws RefusedException {
        if (!Backoff.isLock(e) || attempt > options.retries()) {
            throw refused(step, position, e, attempt, holders, unsettled);
        }
        Duration delay = Backoff.after(attempt);
        listener.on(new MigrationEvent.Retrying(position, attempt + 1, delay, holders));
        Pause.sleep(delay);
    }

    private RefusedException refused(
            Step step, Position position, SQLException e, int attempts, List<OtherSession> holders, boolean unsettled) {
        if (Backoff.isLock(e)) {
            String reason = "no lock within " + Durations.print(Timeouts.lock(step, options)) + ", tried "
                    + (attempts == 1 ? "once" : attempts + " times")
                    + (holders.isEmpty() ? "" : "; it is held by " + OtherSessions.join(holders));
            return new RefusedException(position, Kind.LOCKED, reason, unsettled, e);
        }
        String message = String.valueOf(e.getMessage()).strip();
        if ("57014".equals(e.getSQLState())) {
            message += " (the statement timeout is an option: of short statements it is "
                    + Durations.print(options.statementTimeout()) + ", of long ones "
                    + Durations.print(options.longStatementTimeout()) + ")";
        }
        return new RefusedException(position, Kind.FAILED, message, unsettled, e);
    }
}
