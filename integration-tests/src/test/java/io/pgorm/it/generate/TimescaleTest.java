package io.pgorm.it.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.database.DatabaseUrl;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.database.testkit.RequiresExtensions;
import io.pgorm.ddl.DdlGenerator;
import io.pgorm.ddl.DdlScript;
import io.pgorm.ddl.DdlStatement;
import io.pgorm.migrations.diff.Diff;
import io.pgorm.migrations.diff.DiffOptions;
import io.pgorm.migrations.diff.Difference;
import io.pgorm.migrations.pull.Pull;
import io.pgorm.migrations.pull.PullOptions;
import io.pgorm.migrations.pull.Pulled;
import io.pgorm.migrations.source.DatabaseSource;
import io.pgorm.migrations.source.PgormSource;
import io.pgorm.sdl.SchemaCompiler;
import io.pgorm.sdl.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hypertables in use, on the Apache edition; and that what TimescaleDB makes for itself is nobody's difference. */
@RequiresExtensions("timescaledb")
class TimescaleTest {

    @Test
    void hypertablesAreUsedAndThenReadAsTheyWereWritten(@TempDir Path folder) throws Exception {
        Path resources = Path.of(Objects.requireNonNull(getClass().getResource("/scenarios/timescale"))
                .toURI());
        Path schema = resources.resolve("schema.pgorm");
        GeneratedClient.generate(SourceFile.read(schema), folder, ScratchOptions.standard());
        Path classes = GeneratedClient.compile(folder, List.of(resources.resolve("Timescale.java")));
        try (ScratchServer server =
                        ScratchServer.start(ScratchOptions.standard().withExtensions(Set.of("timescaledb")));
                ScratchDatabase database = server.create()) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(Files.readString(folder.resolve("schema.sql")));
            }
            // chunks are dropped by the owner of the table
            ConnectionOptions owner = ConnectionOptions.of(database.jdbcUrl(), database.user(), database.password());
            GeneratedClient.run(classes, "Timescale", owner, owner);

            DatabaseSource used = new DatabaseSource(DatabaseUrl.of(
                    database.jdbcUrl() + "?user=" + database.user() + "&password=" + database.password()));
            Difference difference = Diff.between(used, new PgormSource(schema), DiffOptions.standard());
            assertThat(difference.up().orThrow().statements()).isEmpty();
            Pulled pulled = Pull.pull(used, PullOptions.standard());
            assertThat(pulled.unmodelled()).isEmpty();
            assertThat(pulled.blocks()).isEmpty();
            assertThat(pulled.isLossless()).isTrue();
            assertThat(pulled.text())
                    .contains("@@hypertable(time: at, chunk: \"7 days\")")
                    .doesNotContain("_timescaledb", "chunk_", "ts_insert_blocker", "Edition");
        }
    }

    /** What the Community edition would be told; the Apache edition refuses all of it, and before a table is there. */
    @Test
    void whatNeedsTheCommunityEditionIsRefusedByName() throws Exception {
        Path resources = Path.of(Objects.requireNonNull(getClass().getResource("/scenarios/timescale-community"))
                .toURI());
        List<DdlStatement> ddl = DdlGenerator.generate(SchemaCompiler.withInstalledExtensions()
                .compile(SourceFile.read(resources.resolve("schema.pgorm")))
                .orThrow());
        assertThat(DdlScript.render(ddl)).isEqualTo(Files.readString(resources.resolve("expected.sql")));
        try (ScratchServer server =
                        ScratchServer.start(ScratchOptions.standard().withExtensions(Set.of("timescaledb")));
                ScratchDatabase database = server.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(ddl.getFirst().sql());
            assumeApache(statement);
            assertThatThrownBy(() -> statement.execute(DdlScript.render(ddl)))
                    .hasMessageContaining(
                            "this schema needs TimescaleDB's Community edition, and this server has the Apache");
            List<String> refused = new ArrayList<>();
            for (DdlStatement one : ddl) {
                try {
                    statement.execute(one.sql());
                } catch (SQLException e) {
                    assertThat(e.getSQLState()).as(one.sql() + e.getMessage()).isEqualTo("0A000");
                    if (one.sql().startsWith("CREATE MATERIALIZED")) {
                        // what its policy is for
                        statement.execute(one.sql().replace("WITH (\"timescaledb\".\"continuous\" = true) ", ""));
                    }
                    refused.add(one.sql().replaceAll("(?s)^(\\w+( \\w+)?).*", "$1"));
                }
            }
            assertThat(refused)
                    .containsExactly(
                            "DO",
                            "CREATE MATERIALIZED",
                            "ALTER TABLE",
                            "ALTER TABLE",
                            "SELECT add_compression_policy",
                            "SELECT add_compression_policy",
                            "SELECT add_continuous_aggregate_policy",
                            "SELECT add_retention_policy");
        }
    }

    private static void assumeApache(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW timescaledb.license")) {
            row.next();
            if (!row.getString(1).equals("apache")) {
                String line = "SKIPPED (Community edition): what the Apache edition of TimescaleDB refuses";
                System.out.println(line);
                Assumptions.abort(line);
            }
        }
    }
}
