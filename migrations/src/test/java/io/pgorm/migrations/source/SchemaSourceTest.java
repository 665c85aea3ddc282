package io.pgorm.migrations.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.migrations.script.ScriptException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaSourceTest {

    private static final ScratchOptions FAST = ScratchOptions.fast();
    private static final String TABLES = "SELECT relname FROM pg_class WHERE relkind = 'r'"
            + " AND relnamespace = 'public'::regnamespace ORDER BY 1";

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static List<String> ask(LoadedSource source, String sql) throws SQLException {
        try (Connection connection = source.connect()) {
            return ask(connection, sql);
        }
    }

    private static List<String> ask(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    @Test
    void aSchemaFileIsMadeInAScratchDatabase() throws Exception {
        Path file = write("schema.pgorm", "model User {\n  id Int @id\n}\n");
        try (LoadedSource loaded = SchemaSource.of(file.toString()).load(FAST)) {
            assertThat(ask(loaded, TABLES)).containsExactly("users");
        }
    }

    @Test
    void aScriptIsRunWithoutWhatBelongsToItsOwnServer() throws Exception {
        Path file = write("schema.sql", """
                CREATE DATABASE shop;
                \\connect shop
                SELECT pg_catalog.set_config('search_path', '', false);
                CREATE TABLE public.a (b int);
                ALTER TABLE public.a OWNER TO source_test_owner;
                BEGIN;
                GRANT SELECT ON public.a TO "source test reader";
                COMMIT;
                CREATE INDEX CONCURRENTLY ON public.a (b);
                COPY public.a (b) FROM stdin;
                1
                \\.
                """);
        ScratchServer server = ScratchServer.start(FAST);
        try (LoadedSource loaded = SchemaSource.of(file).load(FAST)) {
            assertThat(ask(loaded, TABLES)).containsExactly("a");
            assertThat(ask(loaded, "SELECT count(*) FROM public.a")).containsExactly("0");
            assertThat(ask(loaded, "SHOW search_path")).containsExactly("\"$user\", public");
            assertThat(ask(loaded, "SELECT relowner::regrole || ' ' || relacl::text FROM pg_class WHERE relname = 'a'"))
                    .first()
                    .asString()
                    .startsWith("source_test_owner ")
                    .contains("source test reader");
            assertThat(loaded.notes())
                    .containsExactly(
                            "schema.sql:2: psql's \\connect is passed over",
                            "schema.sql:1: CREATE DATABASE is passed over",
                            "schema.sql:5: the role source_test_owner is not on this server and was made for it",
                            "schema.sql:7: the role source test reader is not on this server and was made for it",
                            "schema.sql:10: the rows of a COPY are passed over");
        }
        try (ScratchDatabase other = server.create();
                Connection connection = other.connect()) {
            assertThat(ask(connection, "SELECT rolname FROM pg_roles WHERE rolname LIKE 'source%test%'"))
                    .isEmpty();
        }
    }

    @Test
    void twoScriptsThatMakeTheSameRoleStandBesideEachOther() throws Exception {
        Path file = write(
                "a.sql", "CREATE ROLE source_test_twin; CREATE TABLE a (); ALTER TABLE a OWNER TO source_test_twin;");
        try (LoadedSource first = SchemaSource.of(file).load(FAST)) {
            try (LoadedSource second = SchemaSource.of(file).load(FAST)) {
                assertThat(ask(second, TABLES)).containsExactly("a");
            }
            assertThat(ask(first, "SELECT relowner::regrole::text FROM pg_class WHERE relname = 'a'"))
                    .containsExactly("source_test_twin");
        }
    }

    @Test
    void aStatementThatTheServerRefusesIsNamedWithItsPlace() throws Exception {
        Path file = write("a.sql", "CREATE TABLE a ();\n\nALTER TABLE b\n  ADD c int;");
        assertThatThrownBy(() -> SchemaSource.of(file).load(FAST))
                .isInstanceOf(ScriptException.class)
                .hasMessageStartingWith("a.sql:3: ")
                .hasMessageContaining("relation \"b\" does not exist")
                .hasMessageEndingWith("ALTER TABLE b");
    }

    @Test
    void migrationsAreAppliedInFlywaysOrderAndItsHistoryIsGone() throws Exception {
        write("V2__index.sql", "CREATE INDEX CONCURRENTLY a_b ON a (b);");
        write("V10__drop.sql", "ALTER TABLE a DROP COLUMN c;");
        write("V1__table.sql", "CREATE TABLE a (b int, c int); ALTER TABLE a OWNER TO source_test_migrator;");
        write("U10__drop.sql", "this is never run");
        try (LoadedSource loaded = SchemaSource.of(folder).load(FAST)) {
            assertThat(ask(loaded, TABLES)).containsExactly("a");
            assertThat(ask(loaded, "SELECT relname FROM pg_class WHERE relkind = 'i' AND relnamespace = 2200"))
                    .containsExactly("a_b");
            assertThat(loaded.notes())
                    .containsExactly("the role source_test_migrator is not on this server and was made for it");
        }
    }

    @Test
    void aMigrationThatFailsIsNamed() throws Exception {
        write("V1__table.sql", "CREATE TABLE a (b nothing);");
        assertThatThrownBy(() -> SchemaSource.of(folder).load(FAST))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("V1__table.sql")
                .hasMessageContaining("type \"nothing\" does not exist");
    }

    @Test
    void aLiveDatabaseIsReadAndCannotBeWritten() throws Exception {
        try (ScratchDatabase database = ScratchServer.start(FAST).create()) {
            String url = database.jdbcUrl() + "?user=" + database.user() + "&password=" + database.password();
            SchemaSource source = SchemaSource.of(url);
            try (LoadedSource loaded = source.load(FAST);
                    Connection connection = loaded.connect();
                    Statement statement = connection.createStatement()) {
                assertThat(ask(loaded, "SELECT current_database()")).containsExactly(database.name());
                assertThatThrownBy(() -> statement.execute("CREATE TABLE a ()"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("read-only");
            }
            assertThat(source.describe()).endsWith("/" + database.name()).doesNotContain("password");
        }
    }

    @Test
    void aServerThatIsAwayIsNamedWithoutThePassword() {
        SchemaSource source = SchemaSource.of("postgresql://ann:hunter2@localhost:1/app");
        assertThatThrownBy(() -> source.load(FAST))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("no connection to ann@localhost:1/app")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void whatIsNoSourceIsRefusedInWords() throws Exception {
        assertThatThrownBy(() -> SchemaSource.of(folder.resolve("none.sql").toString()))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("there is no file or folder ");
        assertThatThrownBy(() -> SchemaSource.of(folder))
                .hasMessageEndingWith("holds no .pgorm file and no migration (V1__name.sql)");
        write("dump.sql", "");
        assertThatThrownBy(() -> SchemaSource.of(folder)).hasMessageContaining("none is named as a migration is");
        write("db/V1__a.sql", "");
        write("a.pgorm", "");
        assertThatThrownBy(() -> SchemaSource.of(folder)).hasMessageContaining("holds .pgorm files and migrations");
        assertThatThrownBy(() -> SchemaSource.of(write("a.txt", "")))
                .hasMessageEndingWith("its name ends in neither .pgorm nor .sql");
    }
}
