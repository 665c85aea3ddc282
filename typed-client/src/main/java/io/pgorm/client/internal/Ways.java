package io.pgorm.client.internal;

import io.pgorm.client.ClientOptions;
import io.pgorm.client.ModelTable;
import io.pgorm.client.error.ErrorMapper;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The ways to the server that a client has. Safe for use by several threads. */
public final class Ways {

    private final Wire wire;
    private final ClientOptions options;

    public Ways(ClientOptions options, List<? extends ModelTable<?>> tables) {
        this.options = options;
        Watch watch = new Watch(options.hooks(), options.permission(), new Results(options.cache(), tables), tables);
        this.wire = new Wire(new ErrorMapper(tables), options.statementListener(), options.sessionGuard(), watch);
    }

    /** Over a pool. */
    public Channel pool(DataSource dataSource, AtomicBoolean closed) {
        return Pools.channel(dataSource, closed, wire, options);
    }

    /** Forgets every result that is kept. */
    public void clearCache() {
        wire.watch().results().clear();
    }

    /** Hears what others write; null where nobody wants to. */
    public @Nullable CacheListener listen(DataSource source, Runnable closeSource) {
        return options.cacheChannel()
                .map(channel ->
                        CacheListener.start(source, channel, wire.watch().results(), closeSource))
                .orElse(null);
    }

    /** Over a connection that somebody else owns; inside its transaction, if it is in one. */
    public Channel on(Connection connection) {
        return Pools.on(connection, wire);
    }
}
