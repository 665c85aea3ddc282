package io.pgorm.it.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.database.DatabaseUrl;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.database.testkit.RequiresExtensions;
import io.pgorm.migrations.diff.Diff;
import io.pgorm.migrations.diff.DiffOptions;
import io.pgorm.migrations.diff.Difference;
import io.pgorm.migrations.pull.Pull;
import io.pgorm.migrations.pull.PullOptions;
import io.pgorm.migrations.pull.Pulled;
import io.pgorm.migrations.source.DatabaseSource;
import io.pgorm.migrations.source.PgormSource;
import io.pgorm.sdl.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
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
        Path classes = GeneratedClient.compile(folder, java.util.List.of(resources.resolve("Timescale.java")));
        try (ScratchServer server =
                        ScratchServer.start(ScratchOptions.standard().withExtensions(Set.of("timescaledb")));
                ScratchDatabase database = server.create()) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(Files.readString(folder.resolve("schema.sql")));
            }
            // chunks are dropped by the owner of the table
            ConnectionOptions owner =
                    ConnectionOptions.of(database.jdbcUrl(), database.user(), database.password());
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
                    .doesNotContain("_timescaledb", "chunk_", "ts_insert_blocker");
        }
    }
}
