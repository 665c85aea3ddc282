package io.pgorm.migrations.source;

import io.pgorm.database.DatabaseUrl;
import io.pgorm.database.ScratchOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** A database that is there. It is only read. */
public record DatabaseSource(DatabaseUrl url) implements SchemaSource {

    @Override
    public String describe() {
        return url.toString();
    }

    @Override
    public LoadedSource load(ScratchOptions scratch) {
        String server;
        try (Connection connection = connect()) {
            server = "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new SourceException("no connection to " + url + ": " + e.getMessage(), e);
        }
        return LoadedSource.live(this, server, this::connect);
    }

    /** The server itself sees to it that nothing is written. */
    private Connection connect() throws SQLException {
        return url.connect(Map.of("options", "-c default_transaction_read_only=on", "ApplicationName", "pgorm"));
    }
}
