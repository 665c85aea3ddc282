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

        private RefusedException(Position position, MigrationException.Kind kind, String reason, SQLException cause) {
            super(cause);
            this.position = position;
            this.kind = kind;
            this.reason = reason;
        }

        /** @param standing where the file stands now */
        MigrationException withStanding(String standing) {
            return new MigrationException(kind, position + ": " + reason + "\n" + standing, getCause());
        }

        boolean isConnectionLost() {
            return getCause() instanceof SQLException e
                    && e.getSQLState() != null
                    && (e.getSQLState().startsWith("08") || e.getSQLState().startsWith("57P"));
        }
    }

    /** Runs a statement that sets something. */
    void setting(Step step) throws RefusedException {
        MigrationStatement statement = step.statements().getFirst();
        ownTimeouts |= Timeouts.areSetBy(statement);
        try {
            execute(step, statement);
        } catch (SQLException e) {
            throw refused(step, step.position(statement), e, 1, List.of());
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
                retryOrThrow(step, step.position(current), e, attempt, holders);
            } catch (RuntimeException e) {
                session.rollback(e);
                throw e;
            }
        }
    }

    /** Runs a statement outside of a transaction; what it leaves when it fails is cleared away where that can be. */
    void outside(Step step, LoneStatement lone, Settle settle) throws SQLException, RefusedException {
        MigrationStatement statement = step.statements().getFirst();
        Position position = step.position(statement);
        if (settle.clear(lone)) {
            listener.on(new MigrationEvent.Settled(
                    position, "an index was there that is not valid; it was dropped and is built anew"));
        }
        for (int attempt = 1; ; attempt++) {
            try {
                if (!ownTimeouts) {
                    session.execute(Timeouts.set(step, options, false));
                }
                execute(step, statement);
                return;
            } catch (SQLException e) {
                List<OtherSession> holders = watch.blocking();
                clear(settle, lone, e);
                retryOrThrow(step, position, e, attempt, holders);
            }
        }
    }

    private void clear(Settle settle, LoneStatement lone, SQLException because) {
        try {
            session.execute("SET lock_timeout = " + options.lockTimeout().toMillis());
            settle.clear(lone);
        } catch (SQLException e) {
            // the next run finds it and clears it away
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

    private void retryOrThrow(Step step, Position position, SQLException e, int attempt, List<OtherSession> holders)
            throws RefusedException {
        if (!Backoff.isLock(e) || attempt > options.retries()) {
            throw refused(step, position, e, attempt, holders);
        }
        Duration delay = Backoff.after(attempt);
        listener.on(new MigrationEvent.Retrying(position, attempt + 1, delay, holders));
        Pause.sleep(delay);
    }

    private RefusedException refused(
            Step step, Position position, SQLException e, int attempts, List<OtherSession> holders) {
        if (Backoff.isLock(e)) {
            String reason = "no lock within " + Durations.print(Timeouts.lock(step, options)) + ", tried "
                    + (attempts == 1 ? "once" : attempts + " times")
                    + (holders.isEmpty() ? "" : "; it is held by " + OtherSessions.join(holders));
            return new RefusedException(position, Kind.LOCKED, reason, e);
        }
        String message = String.valueOf(e.getMessage()).strip();
        if ("57014".equals(e.getSQLState())) {
            message += " (the statement timeout is an option: of short statements it is "
                    + Durations.print(options.statementTimeout()) + ", of long ones "
                    + Durations.print(options.longStatementTimeout()) + ")";
        }
        return new RefusedException(position, Kind.FAILED, message, e);
    }
}
