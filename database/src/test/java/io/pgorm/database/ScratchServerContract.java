package io.pgorm.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every provider owes; one subclass for each. */
abstract class ScratchServerContract {

    abstract ScratchServer server();

    static String ask(ScratchDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect()) {
            return ask(connection, sql);
        }
    }

    static String ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static void run(ScratchDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aNewDatabaseIsEmptyAndInUtf8() throws SQLException {
        try (var server = server();
                var database = server.create()) {
            assertThat(ask(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                    .isEqualTo("0");
            assertThat(ask(database, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(ask(database, "SELECT current_database()")).isEqualTo(database.name());
        }
    }

    @Test
    void theVersionIsTheServers() throws SQLException {
        try (var server = server();
                var database = server.create()) {
            assertThat(ask(database, "SHOW server_version_num")).isEqualTo(Integer.toString(server.versionNum()));
        }
    }

    @Test
    void aClosedDatabaseIsGoneWithThoseWhoUsedIt() throws SQLException {
        try (var server = server();
                var witness = server.create()) {
            var database = server.create();
            try (Connection inUse = database.connect()) {
                database.close();
                assertThatThrownBy(() -> ask(inUse, "SELECT 1")).isInstanceOf(SQLException.class);
            }
            assertThat(ask(witness, "SELECT count(*) FROM pg_database WHERE datname = '" + database.name() + "'"))
                    .isEqualTo("0");
            database.close();
        }
    }

    @Test
    void closingTheServerDropsWhatWasMadeThroughIt() throws SQLException {
        try (var witnessServer = server();
                var witness = witnessServer.create()) {
            var server = server();
            var database = server.create();
            server.close();
            assertThat(ask(witness, "SELECT count(*) FROM pg_database WHERE datname = '" + database.name() + "'"))
                    .isEqualTo("0");
            assertThat(ask(witness, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aDatabaseCanStartAsACopyOfAnother() throws SQLException {
        try (var server = server();
                var template = server.create()) {
            run(template, "CREATE TABLE t AS SELECT 42 AS answer");
            try (var copy = server.create(template)) {
                assertThat(ask(copy, "SELECT answer FROM t")).isEqualTo("42");
                run(copy, "DROP TABLE t");
            }
            assertThat(ask(template, "SELECT answer FROM t")).isEqualTo("42");
        }
    }

    @Test
    void manyThreadsMakeDatabasesAtOnce() throws Exception {
        try (var server = server();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var names = new ArrayList<Future<String>>();
            for (int i = 0; i < 8; i++) {
                Callable<String> work = () -> {
                    try (var database = server.create()) {
                        return ask(database, "SELECT current_database()");
                    }
                };
                names.add(threads.submit(work));
            }
            var distinct = new HashSet<String>();
            for (Future<String> name : names) {
                distinct.add(name.get());
            }
            assertThat(distinct).hasSize(8);
        }
    }

    @Test
    void thePasswordIsInNoText() {
        try (var server = server();
                var database = server.create()) {
            assertThat(database.password()).isNotEmpty();
            assertThat(server + " " + server.describe() + " " + database + " " + database.jdbcUrl())
                    .doesNotContain(database.password());
        }
    }

    @Test
    void contribExtensionsAreThere() throws SQLException {
        try (var server = server();
                var database = server.create()) {
            assertThat(server.extensions()).contains("hstore", "pg_trgm", "pgcrypto", "citext", "ltree", "btree_gist");
            for (String extension : new String[] {"hstore", "pg_trgm", "pgcrypto", "citext", "ltree", "btree_gist"}) {
                run(database, "CREATE EXTENSION " + extension);
            }
        }
    }
}
