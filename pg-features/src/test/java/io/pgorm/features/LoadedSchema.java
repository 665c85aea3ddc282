package io.pgorm.features;

import io.pgorm.database.SchemaLoader;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.ddl.DdlGenerator;
import io.pgorm.sdl.SchemaCompiler;
import io.pgorm.sdl.SourceFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database made from schema text, on a real server. For one thread. */
public final class LoadedSchema implements AutoCloseable {

    private final ScratchServer server;
    private final ScratchDatabase database;
    private final Connection connection;

    public LoadedSchema(String schema) throws SQLException {
        server = ScratchServer.start(ScratchOptions.fast());
        database = server.create();
        connection = database.connect();
        SchemaLoader.load(
                connection,
                DdlGenerator.generate(SchemaCompiler.withInstalledExtensions()
                        .compile(List.of(new SourceFile("schema.pgorm", schema)))
                        .orThrow()));
    }

    public Connection connection() {
        return connection;
    }

    /** Another connection to the same database, which the caller closes. */
    public Connection connect() throws SQLException {
        return database.connect();
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of each row, as text. */
    public List<String> read(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
        server.close();
    }
}
