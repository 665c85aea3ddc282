package io.pgorm.database.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.database.SchemaDump;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.database.ScratchServer;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PgDumpTest {

    @Test
    void statementsAreSortedAndTheSessionsAreLeftOut() {
        assertThat(SchemaDump.statements("""
                --
                -- PostgreSQL database dump; with a semicolon
                --
                \\restrict abc
                SET statement_timeout = 0;
                SELECT pg_catalog.set_config('search_path', '', false);
                CREATE TABLE public.b (
                    id integer DEFAULT ';'
                );
                CREATE TABLE public.a (id integer) WITH (fillfactor='70', autovacuum_enabled=off);
                \\unrestrict abc
                """))
                .containsExactly(
                        "CREATE TABLE public.a (id integer) WITH (autovacuum_enabled='false', fillfactor='70')",
                        "CREATE TABLE public.b (\n    id integer DEFAULT ';'\n)");
    }

    @Test
    @RequiresDocker
    void aDatabaseInAContainerIsDumped() throws SQLException {
        try (ScratchServer server =
                        ScratchServer.start(ScratchOptions.standard().withProvider(ScratchProvider.DOCKER));
                var empty = server.create();
                var database = server.create();
                var connection = database.connect()) {
            connection.createStatement().execute("CREATE TABLE t (id int)");

            assertThat(PgDump.statements(database))
                    .anyMatch(statement -> statement.startsWith("CREATE TABLE public.t"));
            assertThatThrownBy(() -> PgDump.statements(empty)).hasMessageContaining("holds no statement");
        }
    }
}
