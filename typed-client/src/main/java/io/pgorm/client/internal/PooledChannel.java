package io.pgorm.client.internal;

import io.pgorm.client.Cancellation;
import io.pgorm.client.OuterTransactions;
import io.pgorm.client.OuterTransactions.OuterTransaction;
import io.pgorm.client.TransactionOptions;
import io.pgorm.client.error.ConnectionLost;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Borrows a connection for each call. Safe for use by several threads.
 *
 * <p>What needs a transaction (an identity, a snapshot, a limit of time) brings its own BEGIN and COMMIT in the same round
 * trip, while the driver believes in autocommit. So when a statement in the middle fails, COMMIT is skipped with the
 * rest, and the connection stays in a failed transaction: it is rolled back before anybody else may have it.
 */
public final class PooledChannel implements Channel {

    private static final Object[] NOTHING = {};
    private static final Rendered BEGIN = Rendered.of("BEGIN");
    private static final Rendered BEGIN_SNAPSHOT = Rendered.of("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    private static final Rendered COMMIT = Rendered.of("COMMIT");

    private final Source source;
    private final Wire wire;
    private final Outside outside;
    private final Optional<Duration> timeout;
    private final Optional<Duration> keeping;

    PooledChannel(Source source, Wire wire, Outside outside, Optional<Duration> timeout, Optional<Duration> keeping) {
        this.source = source;
        this.wire = wire;
        this.outside = outside;
        this.timeout = timeout;
        this.keeping = keeping;
    }

    /** Transactions that somebody else begins, over the data source they are of. */
    record Outside(OuterTransactions transactions, @Nullable DataSource dataSource) {

        static final Outside NOTHING = new Outside(OuterTransactions.NONE, null);

        Optional<OuterTransaction> current() {
            return dataSource == null ? Optional.empty() : transactions.current(dataSource);
        }
    }

    @Override
    public PooledChannel withTimeout(Duration limit) {
        return new PooledChannel(source, wire, outside, Optional.of(limit), keeping);
    }

    @Override
    public PooledChannel cancelledBy(Cancellation cancellation) {
        return new PooledChannel(source, wire.cancelledBy(cancellation), outside, timeout, keeping);
    }

    /** @throws IllegalStateException if the client has no cache */
    @Override
    public PooledChannel keeping(Duration time) {
        if (wire.watch().results().isIdle()) {
            throw new IllegalStateException("this client keeps no results: give it a cache by"
                    + " ClientOptions.withCache(CaffeineCache.ofSize(10_000)), which needs Caffeine on the class path");
        }
        return new PooledChannel(source, wire, outside, timeout, Optional.of(time));
    }

    @Override
    public <R> R send(
            Identity identity, Scope scope, List<Rendered> statements, Object[] arguments, ResultReader<R> reader) {
        Optional<OuterTransaction> outer = outside.current();
        if (outer.isPresent()) {
            return joining(outer.get(), joined -> joined.send(identity, scope, statements, arguments, reader));
        }
        if (scope == Scope.LOCKING) {
            Lock.requireTransaction(this);
        }
        if (keeping.isPresent()) {
            return wire.watch()
                    .kept(
                            keeping.get(),
                            identity,
                            statements,
                            arguments,
                            reader,
                            () -> sendWatched(identity, scope, statements, arguments, reader));
        }
        return sendWatched(identity, scope, statements, arguments, reader);
    }

    private <R> R sendWatched(
            Identity identity, Scope scope, List<Rendered> statements, Object[] arguments, ResultReader<R> reader) {
        Watch watch = wire.watch();
        if (watch.isIdle() && watch.results().isIdle()) {
            return sendOwn(identity, scope, statements, arguments, reader);
        }
        Optional<Facts> writes = watch.writes(statements);
        try {
            return watch.around(
                    identity,
                    false,
                    statements,
                    arguments,
                    changed -> sendOwn(identity, scope, changed, arguments, reader));
        } finally {
            // after a failure too, for its outcome may be unknown
            writes.ifPresent(watch.results()::written);
        }
    }

    /** @param facts empty where nobody knows what was written */
    void wrote(Optional<Facts> facts) {
        facts.ifPresentOrElse(wire.watch().results()::written, wire.watch().results()::clear);
    }

    private <R> R sendOwn(
            Identity identity, Scope scope, List<Rendered> statements, Object[] arguments, ResultReader<R> reader) {
        boolean snapshot = scope == Scope.SNAPSHOT;
        boolean alone = scope == Scope.STATEMENT && identity.isNone() && timeout.isEmpty();
        List<Rendered> all = alone ? statements : opened(snapshot, identity);
        int before = alone ? 0 : all.size();
        if (!alone) {
            all.addAll(statements);
            all.add(COMMIT);
        }
        Rendered together = Rendered.together(all);
        return withConnection(connection -> {
            try {
                return limited(
                        connection, () -> wire.send(connection, together, arguments, before, alone ? 0 : 1, reader));
            } catch (ConnectionLost e) {
                throw snapshot || Statements.onlyRead(statements)
                        ? e
                        : wire.errors().outcomeUnknown(e, "a write");
            }
        });
    }

    @Override
    public <R> R sendThen(Identity identity, Rendered first, Continuation<R> then) {
        Optional<OuterTransaction> outer = outside.current();
        if (outer.isPresent()) {
            return joining(outer.get(), joined -> joined.sendThen(identity, first, then));
        }
        return wire.watch()
                .around(
                        identity,
                        false,
                        List.of(first),
                        NOTHING,
                        changed -> sendOwnThen(identity, changed.get(0), then));
    }

    private <R> R sendOwnThen(Identity identity, Rendered first, Continuation<R> then) {
        List<Rendered> all = opened(true, identity);
        int before = all.size();
        all.add(first);
        return withConnection(connection -> {
            SecondTrip second = new SecondTrip() {
                @Override
                public <T> T send(List<Rendered> statements, ResultReader<T> reader) {
                    return wire.watch().around(identity, false, statements, NOTHING, changed -> {
                        List<Rendered> last = new ArrayList<>(changed);
                        last.add(COMMIT);
                        return wire.send(connection, Rendered.together(last), NOTHING, 0, 1, reader);
                    });
                }
            };
            return limited(
                    connection,
                    () -> wire.send(
                            connection,
                            Rendered.together(all),
                            NOTHING,
                            before,
                            0,
                            outcomes -> then.follow(outcomes.getLast(), second)));
        });
    }

    private List<Rendered> opened(boolean snapshot, Identity identity) {
        List<Rendered> all = new ArrayList<>();
        all.add(snapshot ? BEGIN_SNAPSHOT : BEGIN);
        if (!identity.isNone()) {
            all.add(identity.statement(Identity.NONE));
        }
        timeout.ifPresent(limit -> all.add(Timeouts.put(limit.toMillis())));
        return all;
    }

    private <R> R limited(Connection connection, Call<R> call) {
        if (timeout.isEmpty()) {
            return call.run();
        }
        try (AnswerLimit limit =
                AnswerLimit.put(connection, OptionalLong.of(timeout.get().toMillis()), wire)) {
            return call.run();
        }
    }

    private interface Call<R> {
        R run();
    }

    @Override
    public Stretch stretch(Identity identity) {
        Optional<OuterTransaction> outer = outside.current();
        if (outer.isPresent()) {
            return join(outer.get()).stretch(identity, outer.get()::release);
        }
        Connection connection = borrow();
        OwnStretch.Sender sender = new OwnStretch.Sender() {
            @Override
            public <T> T send(List<Rendered> opening, List<Rendered> statements, ResultReader<T> reader) {
                return wire.watch().around(identity, false, statements, NOTHING, changed -> {
                    List<Rendered> all = new ArrayList<>(opening);
                    all.addAll(changed);
                    return limited(
                            connection,
                            () -> wire.send(connection, Rendered.together(all), NOTHING, opening.size(), 0, reader));
                });
            }
        };
        return new OwnStretch(opened(true, identity), sender, () -> giveBack(connection));
    }

    @Override
    public DSLContext dsl(Identity identity) {
        return JooqAccess.overPool(this, identity, wire);
    }

    /** Runs the work in a transaction: committed when it returns, rolled back when it throws. */
    public <R, X extends Exception> R transaction(TransactionOptions options, Work<R, X> work) throws X {
        Optional<OuterTransaction> outer = outside.current();
        if (outer.isEmpty()) {
            return new TransactionRunner(source, wire, timeout).run(options, work);
        }
        try {
            return join(outer.get()).nested(options, work);
        } finally {
            outer.get().release();
        }
    }

    /** What is done in a transaction. */
    @FunctionalInterface
    public interface Work<R, X extends Exception> {
        R run(TransactionChannel transaction) throws X;
    }

    private <R> R joining(OuterTransaction outer, Function<TransactionChannel, R> use) {
        try {
            return use.apply(join(outer));
        } finally {
            outer.release();
        }
    }

    private TransactionChannel join(OuterTransaction outer) {
        return TransactionChannel.join(outer, wire, timeout);
    }

    /** The transaction of somebody else that this thread is in, for a use that {@link OuterTransaction#release} ends. */
    Optional<OuterTransaction> outer() {
        return outside.current();
    }

    @Override
    public boolean isInTransaction() {
        Optional<OuterTransaction> outer = outside.current();
        outer.ifPresent(OuterTransaction::release);
        return outer.isPresent();
    }

    Optional<Duration> timeout() {
        return timeout;
    }

    private <R> R withConnection(Function<Connection, R> use) {
        Connection connection = borrow();
        try {
            return use.apply(connection);
        } finally {
            giveBack(connection);
        }
    }

    Connection borrow() {
        return source.borrow();
    }

    void giveBack(Connection connection) {
        giveBack(connection, false);
    }

    void giveBack(Connection connection, boolean suspect) {
        source.giveBack(connection, suspect);
    }
}
