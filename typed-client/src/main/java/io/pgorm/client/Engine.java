package io.pgorm.client;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.pgorm.client.error.ErrorMapper;
import io.pgorm.client.internal.Channel;
import io.pgorm.client.internal.Hints;
import io.pgorm.client.internal.Identity;
import io.pgorm.client.internal.Pools;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/**
 * The pool and what goes with it, opened once for an application. Safe for use by several threads.
 */
public final class Engine implements AutoCloseable {

    private final DataSource dataSource;
    private final Runnable closePool;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ErrorMapper errors;
    private final ClientOptions options;
    private final DbContext context;
    private final Hints hints = new Hints();

    private Engine(
            DataSource dataSource, Runnable closePool, List<? extends ModelTable<?>> tables, ClientOptions options) {
        this.dataSource = dataSource;
        this.closePool = closePool;
        this.errors = new ErrorMapper(tables);
        this.options = options;
        this.context = new DbContext(Pools.channel(dataSource, closed, errors, options), Identity.NONE, this);
    }

    /**
     * Opens a pool of our own.
     *
     * @param tables all tables that have a model
     * @throws io.pgorm.client.error.ConnectionLost if the server cannot be reached
     */
    public static Engine open(ConnectionOptions options, List<? extends ModelTable<?>> tables) {
        HikariDataSource pool = Pools.open(configuration(options));
        return new Engine(pool, pool::close, tables, options.client());
    }

    /** Uses a pool that the application has, and does not close it. Its connections must be pgjdbc's. */
    public static Engine over(DataSource dataSource, List<? extends ModelTable<?>> tables) {
        return over(dataSource, ClientOptions.defaults(), tables);
    }

    /** As {@link #over(DataSource, List)}, with options. */
    public static Engine over(DataSource dataSource, ClientOptions options, List<? extends ModelTable<?>> tables) {
        return new Engine(dataSource, () -> {}, tables, options);
    }

    ClientOptions options() {
        return options;
    }

    Channel on(Connection connection) {
        return Pools.on(connection, errors, options);
    }

    /** Whether the server heeds hints. */
    Hints hints() {
        return hints;
    }

    /** Not API: the way to the server for nobody in particular. */
    public DbContext context() {
        return context;
    }

    /** The pool. */
    public DataSource dataSource() {
        return dataSource;
    }

    /**
     * Not API: the identity, if its role may be taken on.
     *
     * @throws IllegalArgumentException if it may not
     */
    public Identity admit(Identity identity) {
        identity.role().filter(role -> !options.roles().contains(role)).ifPresent(role -> {
            throw new IllegalArgumentException(
                    "role " + role + " is not one that a session may take on; name it in ConnectionOptions.withRoles");
        });
        return identity;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            closePool.run();
        }
    }

    private static HikariConfig configuration(ConnectionOptions options) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("pgorm");
        config.setJdbcUrl(options.url());
        config.setUsername(options.user());
        config.setPassword(options.password());
        config.setMaximumPoolSize(options.poolSize());
        config.setConnectionTimeout(options.connectionTimeout().toMillis());
        // Planned once and read in binary from the first use on; the graph queries are the ones that gain most.
        config.addDataSourceProperty("prepareThreshold", "1");
        config.addDataSourceProperty("preparedStatementCacheQueries", "1024");
        config.addDataSourceProperty("preparedStatementCacheSizeMiB", "32");
        // The detail of a server's error quotes stored and bound values, and exceptions end up in logs.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        // Read as text, which the driver writes another way than the server does when it has them in binary.
        config.addDataSourceProperty("binaryTransferDisable", "POINT,BOX");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", "pgorm");
        return config;
    }
}
