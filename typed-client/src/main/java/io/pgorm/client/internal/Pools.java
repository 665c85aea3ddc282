package io.pgorm.client.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.pgorm.client.ClientOptions;
import io.pgorm.client.error.ConnectionLost;
import io.pgorm.client.error.ErrorMapper;
import io.pgorm.client.error.PgOrmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens pools and the channels over them. */
public final class Pools {

    private Pools() {}

    private static final Logger LOG = LoggerFactory.getLogger("io.pgorm.client.pool");
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    /**
     * Opens a pool with at least one connection.
     *
     * @param retry how long to try where the server cannot be reached
     * @throws io.pgorm.client.error.PgOrmException if the first connection cannot be made
     */
    public static HikariDataSource open(HikariConfig configuration, Duration retry) {
        // one attempt; the next one is ours to time
        configuration.setInitializationFailTimeout(1);
        long end = System.nanoTime() + retry.toNanos();
        long pause = 100;
        while (true) {
            try {
                return new HikariDataSource(configuration);
            } catch (PoolInitializationException e) {
                PgOrmException mapped = mapped(e);
                boolean later = mapped instanceof ConnectionLost && System.nanoTime() + pause * 1_000_000L < end;
                if (!later || !sleep(pause)) {
                    throw mapped;
                }
                LOG.warn("{}; trying again", mapped.getMessage());
                pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
            }
        }
    }

    private static PgOrmException mapped(PoolInitializationException exception) {
        SQLException cause = exception.getCause() instanceof SQLException sql
                ? sql
                : new SQLException("the pool cannot be opened", "08001");
        return new ErrorMapper(List.of()).map(cause, "");
    }

    private static boolean sleep(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static Channel channel(DataSource dataSource, AtomicBoolean closed, Wire wire, ClientOptions options) {
        return new PooledChannel(
                new Source.Pool(dataSource, closed, wire.errors()),
                wire,
                new PooledChannel.Outside(options.outerTransactions(), dataSource),
                Optional.empty(),
                Optional.empty());
    }

    /** The way over a connection that somebody else owns; inside its transaction, if it is in one. */
    static Channel on(Connection connection, Wire wire) {
        try {
            if (!connection.getAutoCommit() || Connections.isInTransaction(connection)) {
                return TransactionChannel.join(() -> connection, wire, Optional.empty());
            }
        } catch (SQLException e) {
            throw wire.map(e, "");
        }
        return new PooledChannel(
                new Source.One(connection), wire, PooledChannel.Outside.NOTHING, Optional.empty(), Optional.empty());
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
