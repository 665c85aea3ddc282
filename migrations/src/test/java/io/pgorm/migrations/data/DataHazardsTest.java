package io.pgorm.migrations.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.migrations.diff.Comparison;
import io.pgorm.migrations.diff.DiffOptions;
import io.pgorm.migrations.source.SchemaSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataHazardsTest {

    private static final String LIVE = """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE TABLE users (id int PRIMARY KEY, email text, age text, mood mood, old text);
            CREATE TABLE posts (id int PRIMARY KEY, author int, stars int);
            CREATE TABLE gone (id int);
            """;
    private static final String ROWS = """
            INSERT INTO users SELECT i, CASE WHEN i > 2 THEN 'same' END, CASE WHEN i = 7 THEN 'old' ELSE i::text END,
                CASE WHEN i < 5 THEN 'sad' ELSE 'ok' END::mood, CASE WHEN i = 1 THEN 'x' END FROM generate_series(1, 10) i;
            INSERT INTO posts SELECT i, i * 4, i - 3 FROM generate_series(1, 5) i;
            INSERT INTO gone SELECT i FROM generate_series(1, 1234) i;
            ANALYZE;
            """;

    private static ScratchServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        server = ScratchServer.start(ScratchOptions.fast());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatAPlanWouldFailOnOrDeleteIsCounted() throws Exception {
        List<DataHazard> hazards = measure("""
                CREATE TYPE mood AS ENUM ('ok', 'happy');
                CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL UNIQUE, age int, mood mood);
                CREATE TABLE posts (id int PRIMARY KEY, author int REFERENCES users, stars int CHECK (stars > 0));
                """, Duration.ofSeconds(20));

        assertThat(hazards)
                .filteredOn(DataHazard::harmful)
                .extracting(DataHazard::sentence)
                .contains(
                        "rows with NULL in users.email, which becomes NOT NULL: 2",
                        "rows of table users that have the same (email) as another (constraint users_email_key): 8",
                        "rows with a value in users.age that is none of the type integer: 1",
                        "rows of table posts that point to no row of users (constraint posts_author_fkey): 3",
                        "rows of table posts that do not satisfy stars > 0 (constraint posts_stars_check): 3",
                        "rows of table gone, which are deleted: 1,234",
                        "rows with a value in users.old, which is deleted: 1",
                        "rows with a value in users.mood that the enum loses (sad): 4");
        assertThat(hazards).filteredOn(hazard -> !hazard.harmful()).anySatisfy(hazard -> {
            assertThat(hazard.hazard()).isEqualTo(Hazard.REWRITES_TABLE);
            assertThat(hazard.sentence()).matches("rows of table users, about: 10, .* kB");
        });
    }

    @Test
    void whatHarmsNobodyIsZeroAndNotHarmful() throws Exception {
        List<DataHazard> hazards =
                measure(LIVE.replace("stars int", "stars int CHECK (stars > -100)"), Duration.ofSeconds(20));

        assertThat(hazards)
                .filteredOn(hazard -> hazard.hazard() == Hazard.MAY_FAIL_ON_DATA)
                .isNotEmpty();
        assertThat(hazards).noneMatch(DataHazard::harmful);
    }

    @Test
    void whatTakesTooLongIsSaidAndNotCounted() throws Exception {
        List<DataHazard> hazards = measure(
                LIVE.replace("stars int", "stars int CHECK (stars < -100 OR pg_sleep(2)::text IS NULL)"),
                Duration.ofMillis(300));

        assertThat(hazards).anySatisfy(hazard -> {
            assertThat(hazard.number()).isEmpty();
            assertThat(hazard.sentence()).startsWith("not counted (it takes longer than 300 ms): rows of");
        });
    }

    private List<DataHazard> measure(String wanted, Duration each) throws Exception {
        try (ScratchDatabase live = server.create()) {
            try (Connection connection = live.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(LIVE + ROWS);
            }
            Path file = Files.writeString(folder.resolve("b.sql"), wanted);
            String url = live.jdbcUrl() + (live.jdbcUrl().contains("?") ? "&" : "?") + "user=" + live.user()
                    + (live.password().isEmpty() ? "" : "&password=" + live.password());
            try (Comparison comparison =
                            Comparison.of(SchemaSource.of(url), SchemaSource.of(file), DiffOptions.standard());
                    Connection connection = comparison.from().loaded().connect()) {
                return DataHazards.measure(
                        connection,
                        comparison.from().catalog(),
                        comparison.to().catalog(),
                        comparison
                                .way(
                                        comparison.from().catalog(),
                                        comparison.to().catalog())
                                .orThrow(),
                        each);
            }
        }
    }
}
