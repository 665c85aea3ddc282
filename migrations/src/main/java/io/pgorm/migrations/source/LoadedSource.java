package io.pgorm.migrations.source;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.ir.Rename;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

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
    private final Optional<ScratchDatabase> scratch;
    private final Runnable onClose;
    private List<Rename> renames = List.of();

    private LoadedSource(
            SchemaSource source,
            String server,
            List<String> notes,
            Connector connector,
            Optional<ScratchDatabase> scratch,
            Runnable onClose) {
        this.source = source;
        this.server = server;
        this.notes = List.copyOf(notes);
        this.connector = connector;
        this.scratch = scratch;
        this.onClose = onClose;
    }

    /** In a database of the user's. */
    static LoadedSource live(SchemaSource source, String server, Connector connector) {
        return new LoadedSource(source, server, List.of(), connector, Optional.empty(), () -> {});
    }

    /** In a scratch database, which {@code onClose} drops. */
    static LoadedSource scratch(
            SchemaSource source, String server, List<String> notes, ScratchDatabase database, Runnable onClose) {
        return new LoadedSource(source, server, notes, database::connect, Optional.of(database), onClose);
    }

    /** Remembers what the source says of former names, which no catalog holds. */
    LoadedSource saying(List<Rename> newRenames) {
        renames = List.copyOf(newRenames);
        return this;
    }

    /** What the source says of former names of its objects. */
    public List<Rename> renames() {
        return renames;
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

    /** The scratch database it was made in, which goes when this is closed; none where the database is the user's. */
    public Optional<ScratchDatabase> scratchDatabase() {
        return scratch;
    }

    @Override
    public void close() {
        onClose.run();
    }
}
