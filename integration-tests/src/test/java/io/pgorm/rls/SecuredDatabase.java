package io.pgorm.rls;

import io.pgorm.database.SchemaLoader;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.ddl.DdlGenerator;
import io.pgorm.sdl.Compilation;
import io.pgorm.sdl.SchemaCompiler;
import io.pgorm.sdl.SourceFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A scratch database with a schema, and a role that policies hold back: no superuser, owner of nothing. For one thread.
 */
final class SecuredDatabase implements AutoCloseable {

    private final ScratchServer server = ScratchServer.start(ScratchOptions.fast());
    private final ScratchDatabase database = server.create();
    private final Connection connection;
    private final String role;

    /** @param schema in the schema language, or empty */
    SecuredDatabase(String schema) throws SQLException {
        connection = database.connect();
        Compilation compilation =
                SchemaCompiler.withInstalledExtensions().compile(List.of(new SourceFile("schema.pgorm", schema)));
        SchemaLoader.load(connection, DdlGenerator.generate(compilation.orThrow()), compilation.sources());
        // Roles belong to the server, which other tests use at the same time.
        role = "weak_" + database.name();
        run("CREATE ROLE " + role);
        run("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO " + role);
    }

    String role() {
        return role;
    }

    /** Runs as the user that owns the tables, a superuser. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** One transaction as the weak role. */
    <T> T asWeakRole(Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL ROLE " + role);
            T result = work.run();
            connection.commit();
            return result;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Says who is asking, until the end of the transaction. */
    void identify(long uid) throws SQLException {
        ask("SELECT set_config('pgorm.uid', '" + uid + "', true)");
    }

    /** The first column of each row, as text; NULL is "null". */
    List<String> ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        }
    }

    int change(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        run("DROP OWNED BY " + role);
        run("DROP ROLE " + role);
        connection.close();
        database.close();
        server.close();
    }

    /** What runs in a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }
}
