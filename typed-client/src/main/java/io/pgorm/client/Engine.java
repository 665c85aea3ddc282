package io.pgorm.client;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.pgorm.client.error.PgOrmException;
import io.pgorm.client.internal.CacheListener;
import io.pgorm.client.internal.Channel;
import io.pgorm.client.internal.Hints;
import io.pgorm.client.internal.Identity;
import io.pgorm.client.internal.Pools;
import io.pgorm.client.internal.RowSecurity;
import io.pgorm.client.internal.Ways;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The pool and what goes with it, opened once for an application. Safe for use by several threads.
 */
public final class Engine implements AutoCloseable {

    private final DataSource dataSource;
    private final Runnable closePool;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Ways ways;
    private final ClientOptions options;
    private final DbContext context;
    private final Hints hints = new Hints();
    private @Nullable CacheListener listener;

    private Engine(
            DataSource dataSource, Runnable closePool, List<? extends ModelTable<?>> tables, ClientOptions options) {
        this.dataSource = dataSource;
        this.closePool = closePool;
        this.ways = new Ways(options, tables);
        this.options = options;
        this.context = new DbContext(ways.pool(dataSource, closed), Identity.NONE, this);
    }

    /**
     * Opens a pool of our own.
     *
     * @param tables all tables that have a model
     * @throws io.pgorm.client.error.ConnectionLost if the server cannot be reached
     */
    public static Engine open(ConnectionOptions options, List<? extends ModelTable<?>> tables) {
        HikariDataSource pool = Pools.open(options.toHikari(), options.connectRetry());
        Engine engine = new Engine(pool, pool::close, tables, options.client());
        try {
            engine.checkRowSecurity(tables);
            engine.listen(() -> ownSource(options));
            return engine;
        } catch (PgOrmException | IllegalArgumentException e) {
            pool.close();
            throw e;
        }
    }

    /** Uses a pool that the application has, and does not close it. Its connections must be pgjdbc's. */
    public static Engine over(DataSource dataSource, List<? extends ModelTable<?>> tables) {
        return over(dataSource, ClientOptions.defaults(), tables);
    }

    /** As {@link #over(DataSource, List)}, with options. */
    public static Engine over(DataSource dataSource, ClientOptions options, List<? extends ModelTable<?>> tables) {
        Engine engine = new Engine(dataSource, () -> {}, tables, options);
        if (options.rowSecurityCheck() == RowSecurityCheck.REFUSE) {
            engine.checkRowSecurity(tables);
        }
        engine.listen(() -> dataSource);
        return engine;
    }

    /** One connection beside the pool, made when it is needed. */
    private static HikariDataSource ownSource(ConnectionOptions options) {
        HikariConfig configuration =
                options.withPoolSize(1).withApplicationName("pgorm cache").toHikari();
        configuration.setPoolName("pgorm-cache");
        configuration.setMinimumIdle(0);
        configuration.setInitializationFailTimeout(-1);
        return new HikariDataSource(configuration);
    }

    private void listen(Supplier<DataSource> otherwise) {
        if (options.cacheChannel().isEmpty()) {
            return;
        }
        if (options.cache().isEmpty()) {
            throw new IllegalArgumentException(
                    "a channel of the cache needs a cache: ClientOptions.withCache(CaffeineCache.ofSize(10_000))");
        }
        DataSource source = options.cacheSource().orElseGet(otherwise);
        boolean own = options.cacheSource().isEmpty() && source != dataSource;
        listener = ways.listen(source, own ? ((HikariDataSource) source)::close : () -> {});
    }

    private void checkRowSecurity(List<? extends ModelTable<?>> tables) {
        RowSecurity.check(context.channel(), options.rowSecurityCheck(), options.roles(), tables);
    }

    /**
     * Asks the server for a sign of life, and the pool for its state.
     *
     * @param patience how long to wait for the answer, once there is a connection
     */
    Health health(Duration patience) {
        return Health.of(dataSource, context.channel(), patience);
    }

    ClientOptions options() {
        return options;
    }

    void clearCache() {
        ways.clearCache();
    }

    Channel on(Connection connection) {
        return ways.on(connection);
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
            if (listener != null) {
                listener.close();
            }
            closePool.run();
        }
    }
}
