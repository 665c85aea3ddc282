package io.pgorm.database.internal;

import io.pgorm.database.ScratchProvider;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/** The server from the binaries on the class path: all contrib extensions, none of a third party. */
record EmbeddedSource() implements ServerSource {

    @Override
    public ScratchProvider provider() {
        return ScratchProvider.EMBEDDED;
    }

    @Override
    public String label() {
        return "embedded";
    }

    @Override
    public RunningServer start() throws NoServerException {
        try {
            EmbeddedServer server = EmbeddedServer.start();
            try {
                var address = new JdbcAddress(
                        "127.0.0.1:" + server.port(), "postgres", EmbeddedServer.USER, server.password(), Map.of());
                return RunningServer.at(this, address, server::stop);
            } catch (SQLException e) {
                server.stop();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new NoServerException("no embedded server", "it could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoServerException("no embedded server", "its start was interrupted", e);
        }
    }
}
