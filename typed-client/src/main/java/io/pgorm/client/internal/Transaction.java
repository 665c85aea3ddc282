package io.pgorm.client.internal;

import io.pgorm.client.TransactionOptions;
import io.pgorm.client.error.ConnectionLost;
import io.pgorm.client.error.PgOrmException;
import io.pgorm.client.error.TransactionFailed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * A transaction on its connection, for one thread: ours, or one that somebody else began and ends.
 *
 * <p>What has to be said before the next statement and can wait for it (BEGIN, a savepoint, its release) waits for it, and
 * costs no round trip.
 */
final class Transaction {

    private static final Object[] NOTHING = {};
    private static final AtomicLong CURSORS_ELSEWHERE = new AtomicLong(1L << 32);

    private final Connection connection;
    private final Wire wire;
    /** Whether what we set stays until the end; in somebody else's it is taken back with each trip. */
    private final boolean ours;

    private Optional<Deadline> deadline;
    /** Of COMMIT. */
    private final Optional<Duration> timeout;

    private final boolean readOnly;
    /** While somebody else has the connection. */
    private @Nullable AnswerLimit handedOut;

    private final List<Rendered> waiting = new ArrayList<>();
    /**
     * Every setting that this transaction has touched. What is in force now is not known here: a savepoint that is
     * rolled back, by us or by somebody else, brings an earlier identity back. So once there was an identity, each call
     * says its own, or that it has none; that costs no round trip.
     */
    private Identity touched = Identity.NONE;

    private boolean begun;
    private boolean suspect;
    private long cursors;
    private int savepoints;
    private @Nullable PgOrmException retryable;

    private Transaction(
            Connection connection,
            Wire wire,
            boolean ours,
            Optional<Deadline> deadline,
            Optional<Duration> timeout,
            TransactionOptions options) {
        this.timeout = timeout;
        this.connection = connection;
        this.wire = wire;
        this.ours = ours;
        this.deadline = deadline;
        this.readOnly = options.readOnly();
        this.begun = !ours;
    }

    /**
     * One that begins here, on a connection in autocommit mode.
     *
     * @param timeout of COMMIT
     */
    static Transaction begin(
            Connection connection,
            Wire wire,
            TransactionOptions options,
            Optional<Deadline> deadline,
            Optional<Duration> timeout) {
        Transaction transaction = new Transaction(connection, wire, true, deadline, timeout, options);
        transaction.waiting.add(opening(options));
        deadline.ifPresent(time -> transaction.waiting.add(
                Timeouts.ofTransaction(time.millisLeft(), Connections.majorVersion(connection))));
        return transaction;
    }

    /** One that somebody else has begun on the connection, and will end. */
    static Transaction join(Connection connection, Wire wire) {
        return new Transaction(
                connection, wire, false, Optional.empty(), Optional.empty(), TransactionOptions.defaults());
    }

    private static Rendered opening(TransactionOptions options) {
        List<String> words = new ArrayList<>(List.of("BEGIN"));
        options.isolation().ifPresent(isolation -> words.add("ISOLATION LEVEL " + isolation.sql()));
        if (options.readOnly()) {
            words.add("READ ONLY");
        }
        if (options.deferrable()) {
            words.add("DEFERRABLE");
        }
        return Rendered.of(String.join(" ", words));
    }

    /**
     * A number that no other open cursor of the transaction has. In ours they start anew, so that the statements that
     * read cursors are few; in somebody else's we do not know what else there is.
     */
    long nextCursor() {
        return ours ? ++cursors : CURSORS_ELSEWHERE.incrementAndGet();
    }

    boolean canGoOn() {
        return !Connections.isClosed(connection) && !Connections.isFailed(connection);
    }

    Wire wire() {
        return wire;
    }

    Optional<Deadline> deadline() {
        return deadline;
    }

    void limit(Optional<Deadline> newDeadline) {
        deadline = newDeadline;
    }

    /** Sends statements with what has to go before and after them, in one round trip. */
    <R> R send(
            Identity identity,
            Optional<Duration> timeout,
            List<Rendered> statements,
            Object[] arguments,
            Channel.ResultReader<R> reader) {
        List<Rendered> first = new ArrayList<>(waiting);
        List<Rendered> last = new ArrayList<>();
        identify(identity, first, last);
        OptionalLong millis = limitTime(timeout, first, last);
        return trip(first, statements, last, arguments, millis, reader);
    }

    private <R> R trip(
            List<Rendered> first,
            List<Rendered> statements,
            List<Rendered> last,
            Object[] arguments,
            OptionalLong millis,
            Channel.ResultReader<R> reader) {
        List<Rendered> all = new ArrayList<>(first);
        all.addAll(statements);
        all.addAll(last);
        try (AnswerLimit limit = AnswerLimit.put(connection, millis, wire)) {
            return wire.send(connection, Rendered.together(all), arguments, first.size(), last.size(), outcomes -> {
                waiting.clear();
                return reader.read(outcomes);
            });
        } catch (PgOrmException e) {
            noteFailure(e);
            throw e;
        } finally {
            noteBegin();
        }
    }

    /**
     * Only now the driver is told that there is a transaction: it would send a BEGIN of its own, in a round trip of its own.
     */
    private void noteBegin() {
        try {
            if (!begun && Connections.isInTransaction(connection)) {
                begun = true;
                connection.setAutoCommit(false);
            }
        } catch (SQLException e) {
            // the connection is gone, as the statement has told already
            return;
        }
    }

    private void identify(Identity identity, List<Rendered> before, List<Rendered> after) {
        if (ours && !(identity.isNone() && touched.isNone())) {
            before.add(identity.statement(touched));
            touched = touched.and(identity);
        } else if (!ours && !identity.isNone()) {
            before.add(identity.putForOneTrip());
            after.add(identity.back());
        }
    }

    private OptionalLong limitTime(Optional<Duration> timeout, List<Rendered> before, List<Rendered> after) {
        if (deadline.isEmpty() && timeout.isEmpty()) {
            return OptionalLong.empty();
        }
        long left = deadline.map(Deadline::requireMillisLeft).orElse(Long.MAX_VALUE);
        long millis = Math.min(left, timeout.map(Duration::toMillis).orElse(Long.MAX_VALUE));
        if (everyTripIsLimited()) {
            before.add(Timeouts.put(millis));
        } else {
            before.add(Timeouts.putForOneTrip(millis));
            after.add(Timeouts.BACK);
        }
        return OptionalLong.of(millis);
    }

    /** Then a limit need not be taken back, for the next trip brings its own. */
    private boolean everyTripIsLimited() {
        return ours && deadline.isPresent();
    }

    private void noteFailure(PgOrmException failure) {
        if (failure.driverException().orElse(null) instanceof PSQLException driver
                && driver.getServerErrorMessage() != null) {
            waiting.clear();
        }
        if (Retry.isRetryable(failure)) {
            retryable = failure;
        }
    }

    /** The connection, with the identity in force until {@link #handBack}. */
    Connection handOut(Identity identity, Optional<Duration> timeout) {
        List<Rendered> first = new ArrayList<>(waiting);
        identify(identity, first, new ArrayList<>());
        OptionalLong millis = limitTime(timeout, first, new ArrayList<>());
        if (!first.isEmpty()) {
            trip(first, List.of(), List.of(), NOTHING, millis, outcomes -> identity);
        }
        if (handedOut == null) {
            handedOut = AnswerLimit.put(connection, millis, wire);
        }
        return connection;
    }

    /**
     * The same right after a call for this identity, which is in force still where the transaction is ours. A limit of
     * time has to be said anew, which takes a round trip.
     */
    Connection goOn(Identity identity, Optional<Duration> timeout) {
        boolean limited = timeout.isPresent() || deadline.isPresent();
        return ours && waiting.isEmpty() && !limited ? connection : handOut(identity, timeout);
    }

    /** Takes back what {@link #handOut} has set. A failed transaction forgets it by itself. */
    void handBack(Identity identity, Optional<Duration> timeout) {
        if (handedOut != null) {
            handedOut.close();
            handedOut = null;
        }
        List<Rendered> last = new ArrayList<>();
        if (!ours && !identity.isNone()) {
            last.add(identity.back());
        }
        if ((timeout.isPresent() || deadline.isPresent()) && !everyTripIsLimited()) {
            last.add(Timeouts.BACK);
        }
        if (!last.isEmpty() && !Connections.isFailed(connection)) {
            trip(last, List.of(), List.of(), NOTHING, millis(timeout), outcomes -> identity);
        }
    }

    /** Whether something of the session may be left after it. */
    boolean isSuspect() {
        return suspect;
    }

    void suspect() {
        suspect = true;
    }

    Savepoint savepoint() {
        Savepoint savepoint = new Savepoint(++savepoints);
        whenNext(savepoint.set());
        return savepoint;
    }

    void release(Savepoint savepoint) {
        if (!waiting.remove(savepoint.set())) {
            whenNext(savepoint.release());
        }
        savepoints--;
    }

    /** In somebody else's transaction at once, for the next statement may not be ours. */
    private void whenNext(Rendered statement) {
        if (ours) {
            waiting.add(statement);
        } else {
            trip(List.of(statement), List.of(), List.of(), NOTHING, millis(timeout), outcomes -> statement);
        }
    }

    /** At once: who catches what the work threw may go on without us. */
    void rollBackTo(Savepoint savepoint) {
        int place = waiting.indexOf(savepoint.set());
        savepoints--;
        if (place >= 0) {
            waiting.subList(place, waiting.size()).clear();
            return;
        }
        waiting.clear();
        trip(List.of(savepoint.undo()), List.of(), List.of(), NOTHING, millis(timeout), outcomes -> savepoint);
    }

    private static OptionalLong millis(Optional<Duration> timeout) {
        return timeout.map(Duration::toMillis).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /**
     * A limit of time is the client's alone here: PostgreSQL switches its own off before it commits.
     *
     * @throws io.pgorm.client.error.OutcomeUnknown if the connection was lost meanwhile, or no answer came in time
     * @throws TransactionFailed if a statement failed before and the work went on
     */
    void commit() {
        if (!begun) {
            return;
        }
        if (Connections.isFailed(connection) && !Connections.isClosed(connection)) {
            // PostgreSQL would answer COMMIT with ROLLBACK, and not call that an error.
            throw retryable != null
                    ? retryable
                    : wire.map(new SQLException("a statement failed before", "25P02"), "COMMIT");
        }
        wire.requireNotCancelled();
        OptionalLong millis = limitTime(timeout, new ArrayList<>(), new ArrayList<>());
        try (AnswerLimit limit = AnswerLimit.put(connection, millis, wire)) {
            connection.commit();
        } catch (SQLException e) {
            PgOrmException mapped = wire.map(e, "COMMIT");
            if (mapped instanceof ConnectionLost lost && !readOnly) {
                throw wire.errors().outcomeUnknown(lost, "COMMIT");
            }
            throw mapped;
        }
    }

    /** Rolls back what is not committed. */
    void end() {
        if (!begun) {
            return;
        }
        try {
            if (Connections.isInTransaction(connection)) {
                Connections.rollBack(connection);
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // A connection that cannot roll back is lost, and its transaction with it; the pool drops it.
        }
    }
}
