package io.pgorm.client.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.pgorm.client.ClientOptions;
import io.pgorm.client.error.ErrorMapper;
import io.pgorm.client.error.PgOrmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** Opens pools and the channels over them. */
public final class Pools {

    private Pools() {}

    /**
     * @throws io.pgorm.client.error.PgOrmException if the first connection cannot be made
     */
    public static HikariDataSource open(HikariConfig configuration) {
        try {
            return new HikariDataSource(configuration);
        } catch (PoolInitializationException e) {
            SQLException cause =
                    e.getCause() instanceof SQLException sql ? sql : new SQLException(e.getMessage(), "08001");
            throw new ErrorMapper(List.of()).map(cause, "");
        }
    }

    public static Channel channel(
            DataSource dataSource, AtomicBoolean closed, ErrorMapper errors, ClientOptions options) {
        return new PooledChannel(
                new Source.Pool(dataSource, closed, errors),
                new Wire(errors, options.statementListener()),
                new PooledChannel.Outside(options.outerTransactions(), dataSource),
                Optional.empty());
    }

    /** The way over a connection that somebody else owns; inside its transaction, if it is in one. */
    public static Channel on(Connection connection, ErrorMapper errors, ClientOptions options) {
        Wire wire = new Wire(errors, options.statementListener());
        try {
            if (!connection.getAutoCommit() || Connections.isInTransaction(connection)) {
                return TransactionChannel.join(() -> connection, wire, Optional.empty());
            }
        } catch (SQLException e) {
            throw errors.map(e, "");
        }
        return new PooledChannel(new Source.One(connection), wire, PooledChannel.Outside.NOTHING, Optional.empty());
    }

    /** Why a connection could not be borrowed. */
    static PgOrmException whyNone(DataSource dataSource, SQLException exception, long start, ErrorMapper errors) {
        if (exception instanceof SQLTransientConnectionException && dataSource instanceof HikariDataSource pool) {
            HikariPoolMXBean state = pool.getHikariPoolMXBean();
            if (state != null && state.getActiveConnections() >= pool.getMaximumPoolSize()) {
                long waited = (System.nanoTime() - start) / 1_000_000L;
                return errors.poolExhausted(
                        exception, pool.getMaximumPoolSize(), state.getThreadsAwaitingConnection(), waited);
            }
        }
        return errors.map(exception, "");
    }
}
