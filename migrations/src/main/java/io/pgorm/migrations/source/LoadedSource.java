package io.pgorm.migrations.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A source in a database that can be looked at. Closing it drops that database, unless it is the user's own. Each
 * connection is a new one, so that no setting of a script is left on it.
 */
public final class LoadedSource implements AutoCloseable {

    /** Opens connections to the database. */
    interface Connector {
        Connection connect() throws SQLException;
    }

    private final SchemaSource source;
    private final String server;
    private final List<String> notes;
    private final Connector connector;
    private final Runnable onClose;

    LoadedSource(SchemaSource source, String server, List<String> notes, Connector connector, Runnable onClose) {
        this.source = source;
        this.server = server;
        this.notes = List.copyOf(notes);
        this.connector = connector;
        this.onClose = onClose;
    }

    /** What was loaded. */
    public SchemaSource source() {
        return source;
    }

    /** The server it is on, for people. */
    public String server() {
        return server;
    }

    /** What of the source was passed over or made up while it was loaded. */
    public List<String> notes() {
        return notes;
    }

    /** Whether the database is one of the user's, which is read and never written. */
    public boolean isLive() {
        return source instanceof DatabaseSource;
    }

    /** A new connection in autocommit, which the caller closes; read only where the database is the user's. */
    public Connection connect() throws SQLException {
        return connector.connect();
    }

    @Override
    public void close() {
        onClose.run();
    }
}
