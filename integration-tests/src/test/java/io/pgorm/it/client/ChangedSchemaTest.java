package io.pgorm.it.client;

import static io.pgorm.it.kinds.Tables.KINDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.Shape;
import io.pgorm.client.error.ShapeMismatch;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchServer;
import io.pgorm.it.kinds.Db;
import io.pgorm.it.kinds.KindCreate;
import io.pgorm.it.kinds.Mood;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A migration runs while clients that know the schema before it go on. */
class ChangedSchemaTest {

    private static final ScratchServer SERVER = ScratchServer.start();
    private static final ScratchDatabase DATABASE = SERVER.create();
    private static Db db;

    @BeforeAll
    static void open() throws Exception {
        try (InputStream ddl = Objects.requireNonNull(ChangedSchemaTest.class.getResourceAsStream("/kinds.sql"))) {
            migrate(new String(ddl.readAllBytes(), StandardCharsets.UTF_8));
        }
        db = Db.open(ConnectionOptions.of(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password())
                .withPoolSize(1));
    }

    @AfterAll
    static void close() {
        db.close();
        DATABASE.close();
        SERVER.close();
    }

    private static void migrate(String sql) throws Exception {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aColumnOfAWiderTypeIsReadByTheStatementsOfBefore() throws Exception {
        Shape<Integer> whole = Shape.of((Integer value) -> value, KINDS.WHOLE);
        int id = db.kinds().create(KindCreate.defaults().whole(7)).id();
        for (int call = 0; call < 6; call++) {
            assertThat(db.kinds().findById(id, whole)).contains(7);
        }
        migrate("ALTER TABLE kinds ALTER COLUMN whole TYPE bigint");
        assertThat(db.kinds().findById(id, whole)).contains(7);
        assertThat(db.kinds().findById(id, whole)).contains(7);
    }

    @Test
    void aTypeThatIsMadeAnewIsFound() throws Exception {
        int id = db.kinds()
                .create(KindCreate.defaults().moods(new Mood[] {Mood.SAD}))
                .id();
        Shape<Mood[]> moods = Shape.of((Mood[] value) -> value, KINDS.MOODS);
        for (int call = 0; call < 6; call++) {
            assertThat(db.kinds().findById(id, moods).orElseThrow()).containsExactly(Mood.SAD);
        }
        migrate("""
                ALTER TYPE mood RENAME TO mood_before;
                CREATE TYPE mood AS ENUM ('so-so', 'GLAD');
                ALTER TABLE kinds ALTER COLUMN moods TYPE mood[] USING moods::text[]::mood[];
                """);
        assertThat(db.kinds().findById(id, moods).orElseThrow()).containsExactly(Mood.SAD);
        int next = db.kinds()
                .create(KindCreate.defaults().moods(new Mood[] {Mood.GLAD, null}))
                .id();
        assertThat(db.kinds().findById(next, moods).orElseThrow()).containsExactly(Mood.GLAD, null);
    }

    @Test
    void aNullThatTheSchemaDoesNotKnowIsNoZero() throws Exception {
        migrate("""
                ALTER TABLE noteds ALTER id DROP IDENTITY IF EXISTS, DROP CONSTRAINT noteds_pkey;
                ALTER TABLE noteds ALTER id DROP NOT NULL;
                INSERT INTO noteds (id, text) VALUES (NULL, 'x');
                """);
        assertThatThrownBy(() -> db.noteds().fetch())
                .isInstanceOf(ShapeMismatch.class)
                .hasMessageContaining("NULL came for id, which is never NULL by the schema");
    }
}
