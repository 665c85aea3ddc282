package io.pgorm.client.internal;

import io.pgorm.client.error.ConnectionLost;
import io.pgorm.client.error.PgOrmException;
import io.pgorm.client.hook.ErrorOutcome;
import io.pgorm.client.hook.QueryCall;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Delete;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Insert;
import org.jooq.Update;
import org.jspecify.annotations.Nullable;

/**
 * Tells of each statement, and throws our exceptions in place of jOOQ's.
 *
 * @param identity who asks
 * @param suspicion is told what each connection is used for
 * @param own the pool, where each statement is a transaction of its own; null inside a transaction
 * @param wrote is told what was written; empty for text by hand
 */
record JooqListener(
        Wire wire,
        Identity identity,
        Suspicion suspicion,
        JooqConnections.@Nullable OverPool own,
        Consumer<Optional<Facts>> wrote)
        implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    private static final String CALL = "io.pgorm.call";

    /** Before the statement is prepared, for a hook may change its text. */
    @Override
    public void renderEnd(ExecuteContext context) {
        String sql = context.sql();
        if (sql == null || wire.watch().isIdle()) {
            return;
        }
        Object[] values = context.query() == null
                ? new Object[0]
                : context.query().getBindValues().toArray();
        wire.watch().beforeJooq(identity, own == null, sql, values).ifPresent(call -> {
            context.data(CALL, call);
            String changed = call.statements().get(0);
            if (!changed.equals(sql)) {
                context.sql(changed);
            }
        });
    }

    @Override
    public void end(ExecuteContext context) {
        leave(context);
        if (!wire.watch().results().isIdle()) {
            noteWrites(context);
        }
        if (context.data(CALL) instanceof QueryCall call && context.exception() == null) {
            wire.watch().after(call, null);
        }
    }

    @Override
    public void executeStart(ExecuteContext context) {
        String sql = context.sql();
        if (sql != null) {
            wire.listener().accept(sql);
            suspicion.note(context.connection(), sql);
        }
        if (wire.cancellation() != null && context.statement() != null) {
            wire.cancellation().enter(context.statement());
        }
    }

    private void leave(ExecuteContext context) {
        if (wire.cancellation() != null && context.statement() != null) {
            wire.cancellation().leave(context.statement());
        }
    }

    /** Not when the connection is released, for jOOQ swallows what is thrown there. The rows have arrived by now. */
    @Override
    public void executeEnd(ExecuteContext context) {
        leave(context);
        PreparedStatement statement = context.statement();
        try {
            if (own != null && !own.isWithoutTransaction() && statement != null && statement.getFetchSize() == 0) {
                own.endOwn(context.connection());
            }
        } catch (SQLException e) {
            throw wire.map(e, "COMMIT");
        }
    }

    @Override
    public void exception(ExecuteContext context) {
        // jOOQ wraps what its own conversions throw in an SQLException without a state; that stays as it is.
        SQLException exception = context.sqlException();
        if (exception != null && exception.getSQLState() != null) {
            String sql = context.sql();
            PgOrmException mapped = mapped(exception, sql == null ? "" : sql);
            context.exception(context.data(CALL) instanceof QueryCall call ? outcome(call, mapped) : mapped);
        }
    }

    private void noteWrites(ExecuteContext context) {
        String sql = context.sql();
        if (sql != null && Statements.onlyReads(sql)) {
            return;
        }
        boolean known = context.query() instanceof Insert
                || context.query() instanceof Update
                || context.query() instanceof Delete;
        wrote.accept(known && sql != null ? Optional.of(wire.watch().factsOf(sql)) : Optional.empty());
    }

    private RuntimeException outcome(QueryCall call, PgOrmException failure) {
        return wire.watch().onError(call, failure) instanceof ErrorOutcome.Rethrow rethrow
                ? rethrow.exception()
                : failure;
    }

    private PgOrmException mapped(SQLException exception, String sql) {
        PgOrmException mapped = wire.map(exception, sql);
        boolean commits = own != null && own.isWithoutTransaction();
        return commits && mapped instanceof ConnectionLost lost && !Statements.onlyReads(sql)
                ? wire.errors().outcomeUnknown(lost, "a write")
                : mapped;
    }
}
