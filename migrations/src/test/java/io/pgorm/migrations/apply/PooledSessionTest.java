package io.pgorm.migrations.apply;

import static io.pgorm.migrations.apply.Databases.ask;
import static io.pgorm.migrations.apply.Databases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.migrations.Migrations;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection of a pool goes back as it came, or not at all. */
class PooledSessionTest {

    private static final String STATE = "SELECT concat_ws('|', current_setting('search_path'), current_setting('role'),"
            + " current_setting('application_name'), current_setting('lock_timeout'),"
            + " current_setting('statement_timeout'), current_setting('check_function_bodies'),"
            + " current_setting('work_mem'), to_regclass('pg_temp.scratch'),"
            + " (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'))";

    @TempDir
    private Path folder;

    private final ScratchDatabase database = Databases.server().create();

    @AfterEach
    void drop() {
        database.close();
    }

    private HikariDataSource pool(int size, boolean autoCommit) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(size);
        config.setAutoCommit(autoCommit);
        config.setConnectionInitSql("SET work_mem = '5MB'");
        config.addDataSourceProperty("ApplicationName", "shop");
        return new HikariDataSource(config);
    }

    private static String pid(HikariDataSource pool) throws Exception {
        try (Connection connection = pool.getConnection()) {
            return ask(connection, "SELECT pg_backend_pid()").getFirst();
        }
    }

    private static List<String> state(HikariDataSource pool) throws Exception {
        try (Connection connection = pool.getConnection()) {
            return ask(connection, STATE);
        }
    }

    @Test
    void whatAFileLeavesInTheSessionGoesWithTheFile() throws Exception {
        write(folder, "V1__function.sql", """
                CREATE SCHEMA other;
                SET search_path = other;
                CREATE FUNCTION later() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM cats';
                CREATE TABLE cats (id integer);
                CREATE TEMP TABLE scratch (id integer);
                SET ROLE pg_read_all_data;
                SET work_mem = '6MB';
                """);
        write(folder, "V2__dogs.sql", "CREATE TABLE dogs (id integer);\nSELECT pg_sleep(0.3);");
        try (HikariDataSource pool = pool(1, true)) {
            List<String> before = state(pool);
            String pid = pid(pool);
            assertThat(Migrations.of(pool, folder).apply().files()).hasSize(2);
            assertThat(state(pool)).isEqualTo(before);
            assertThat(pid(pool)).isEqualTo(pid);
        }
        assertThat(ask(
                        database,
                        "SELECT oid::regclass::text FROM pg_class WHERE relname IN ('cats', 'dogs') ORDER BY 1"))
                .containsExactly("dogs", "other.cats");
        assertThat(ask(database, "SELECT DISTINCT installed_by FROM flyway_schema_history"))
                .containsExactly(database.user());
    }

    @Test
    void aPoolWithoutAutocommitIsServedAsWell() throws Exception {
        write(folder, "V1__cats.sql", "CREATE TABLE cats (id integer);");
        write(folder, "V2__index.sql", "CREATE INDEX CONCURRENTLY i ON cats (id);\nDROP INDEX CONCURRENTLY i;");
        try (HikariDataSource pool = pool(2, false)) {
            assertThat(Migrations.of(pool, folder).apply().files()).hasSize(2);
            assertThat(Migrations.of(pool, folder).apply().isEmpty()).isTrue();
            try (Connection connection = pool.getConnection()) {
                assertThat(connection.getAutoCommit()).isFalse();
            }
        }
        assertThat(ask(database, "SELECT count(*) FROM flyway_schema_history WHERE success"))
                .containsExactly("2");
    }

    @Test
    void afterAFailureThePoolHasAnotherConnection() throws Exception {
        write(folder, "V1__cats.sql", "SET search_path = nowhere;\nSELECT 1 / 0;");
        try (HikariDataSource pool = pool(1, true)) {
            String pid = pid(pool);
            List<String> before = state(pool);
            assertThatThrownBy(() -> Migrations.of(pool, folder).apply()).hasMessageContaining("division by zero");
            assertThat(pid(pool)).isNotEqualTo(pid);
            assertThat(state(pool)).isEqualTo(before);
        }
    }

    @Test
    void theHistoryMayStandInASchemaOfItsOwn() throws Exception {
        write(folder, "V1__cats.sql", "CREATE TABLE cats (id integer);\n");
        write(folder, "V2__index.sql", "CREATE INDEX CONCURRENTLY i ON cats (id);\nSELECT 1 / 0;\n");
        Migrations migrations = Migrations.of(Databases.source(database), folder)
                .with(ApplyOptions.standard().withHistory("ops", "History"));
        assertThatThrownBy(migrations::apply).hasMessageContaining("division by zero");
        assertThat(ask(database, "SELECT count(*) FROM ops.\"History\" WHERE success AND version IS NOT NULL"))
                .containsExactly("1");
        assertThat(ask(database, "SELECT count(*) FROM ops.pgorm_journal")).containsExactly("1");
        assertThat(ask(database, "SELECT to_regclass('ops.cats')")).containsExactly("ops.cats");
    }
}
