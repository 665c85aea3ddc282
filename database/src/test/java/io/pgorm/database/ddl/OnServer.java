package io.pgorm.database.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.SchemaLoader;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.ddl.DdlGenerator;
import io.pgorm.ddl.DdlScript;
import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A database for each test, in which a schema is made and asked about. */
abstract class OnServer {

    static ScratchServer server;
    private ScratchDatabase database;
    Connection connection;

    @BeforeAll
    static void start() {
        server = ScratchServer.start(ScratchOptions.fast());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        database = server.create();
        connection = database.connect();
    }

    @AfterEach
    void drop() throws SQLException {
        connection.close();
        database.close();
    }

    final void load(SchemaObject... objects) throws SQLException {
        load(Ir.schema(objects));
    }

    /** Makes the schema here, and as a script in another database. */
    final void load(Schema schema) throws SQLException {
        List<DdlStatement> statements = DdlGenerator.generate(schema, List.of());
        assertThat(SchemaLoader.tryLoad(connection, statements))
                .as(DdlScript.render(statements))
                .isEmpty();
        try (ScratchDatabase other = server.create();
                Connection plain = other.connect();
                Statement statement = plain.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(DdlScript.render(statements));
        }
    }

    final void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of all rows. */
    final List<String> ask(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
        }
        return values;
    }
}
