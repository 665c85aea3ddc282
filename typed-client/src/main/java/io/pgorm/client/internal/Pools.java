package io.pgorm.client.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.pgorm.client.error.ErrorMapper;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
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

    public static Channel channel(DataSource dataSource, ErrorMapper errors, Consumer<String> listener) {
        return new PooledChannel(dataSource, new Wire(errors, listener));
    }
}
