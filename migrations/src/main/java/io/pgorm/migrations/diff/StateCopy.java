package io.pgorm.migrations.diff;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchUnavailableException;
import io.pgorm.migrations.source.CatalogSource;
import io.pgorm.migrations.source.LoadedSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A scratch copy of the state that a plan starts from, to be changed at will. Closing it drops it. */
public final class StateCopy implements AutoCloseable {

    private final ScratchDatabase database;
    private final AutoCloseable owner;

    private StateCopy(ScratchDatabase database, AutoCloseable owner) {
        this.database = database;
        this.owner = owner;
    }

    /**
     * A database is copied by the server; what is live is made again from what was read of it.
     *
     * @throws ScratchUnavailableException where it cannot be made
     * @throws IOException where a file of the source cannot be read
     * @throws SQLException where a connection fails
     */
    public static StateCopy of(Comparison comparison) throws IOException, SQLException {
        Optional<ScratchDatabase> scratch = comparison.from().loaded().scratchDatabase();
        LoadedSource made;
        if (scratch.isPresent()) {
            try {
                ScratchDatabase copy = scratch.get().copy();
                return new StateCopy(copy, copy);
            } catch (ScratchUnavailableException e) {
                // somebody has not left it yet, on a busy machine: it takes longer to make it again
                made = comparison.from().loaded().source().load(comparison.scratch());
            }
        } else {
            made = new CatalogSource(comparison.from().catalog().schema()).load(comparison.scratch());
        }
        return new StateCopy(made.scratchDatabase().orElseThrow(), made);
    }

    public ScratchDatabase database() {
        return database;
    }

    public Connection connect() throws SQLException {
        return database.connect();
    }

    @Override
    public void close() {
        try {
            owner.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
