package io.pgorm.database.internal;

import io.pgorm.database.ScratchProvider;
import java.sql.SQLException;

/** A server that the user runs. It is never stopped, and none of its settings is touched. */
record UrlSource(JdbcAddress address) implements ServerSource {

    @Override
    public ScratchProvider provider() {
        return ScratchProvider.URL;
    }

    @Override
    public String label() {
        return "the server at " + address;
    }

    @Override
    public RunningServer start() throws NoServerException {
        try {
            return RunningServer.at(this, address, () -> {});
        } catch (SQLException e) {
            throw new NoServerException("no connection", "it refuses the connection: " + e.getMessage(), e);
        }
    }
}
