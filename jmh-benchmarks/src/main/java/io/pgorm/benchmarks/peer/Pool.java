package io.pgorm.benchmarks.peer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** The same pool and the same driver settings for each peer that does not bring its own. Stateless. */
public final class Pool {

    private Pool() {}

    /**
     * @param url of a database
     * @param size connections
     */
    public static HikariDataSource open(String url, String user, String password, int size) {
        HikariConfig configuration = new HikariConfig();
        configuration.setJdbcUrl(url);
        configuration.setUsername(user);
        configuration.setPassword(password);
        configuration.setMaximumPoolSize(size);
        configuration.setMinimumIdle(size);
        // server-side prepared from the first call on, room for every statement, several inserts in one
        configuration.addDataSourceProperty("prepareThreshold", "1");
        configuration.addDataSourceProperty("preparedStatementCacheQueries", "1024");
        configuration.addDataSourceProperty("preparedStatementCacheSizeMiB", "32");
        configuration.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(configuration);
    }
}
