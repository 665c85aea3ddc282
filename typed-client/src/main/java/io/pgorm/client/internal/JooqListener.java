package io.pgorm.client.internal;

import io.pgorm.client.error.ConnectionLost;
import io.pgorm.client.error.PgOrmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;

/**
 * Tells of each statement, and throws our exceptions in place of jOOQ's.
 *
 * @param own the pool, where each statement is a transaction of its own; null inside a transaction
 */
record JooqListener(Wire wire, JooqConnections.@Nullable OverPool own) implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void executeStart(ExecuteContext context) {
        String sql = context.sql();
        if (sql != null) {
            wire.listener().accept(sql);
        }
    }

    /** Not when the connection is released, for jOOQ swallows what is thrown there. The rows have arrived by now. */
    @Override
    public void executeEnd(ExecuteContext context) {
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
            context.exception(mapped(exception, sql == null ? "" : sql));
        }
    }

    private PgOrmException mapped(SQLException exception, String sql) {
        PgOrmException mapped = wire.map(exception, sql);
        boolean commits = own != null && own.isWithoutTransaction();
        return commits && mapped instanceof ConnectionLost lost && !Statements.onlyReads(sql)
                ? wire.errors().outcomeUnknown(lost, "a write")
                : mapped;
    }
}
