package io.pgorm.client.error;

import java.sql.SQLException;

/**
 * What failed.
 *
 * @param sql with {@code ?} for each value
 */
record Failure(String sql, SQLException exception) {

    String sqlState() {
        String state = exception.getSQLState();
        return state == null ? "" : state;
    }
}
