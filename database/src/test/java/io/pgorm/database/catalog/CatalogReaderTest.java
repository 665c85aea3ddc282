package io.pgorm.database.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.database.ScratchServer;
import io.pgorm.ir.Namespace;
import io.pgorm.ir.Ownership;
import io.pgorm.ir.Role;
import io.pgorm.ir.Table;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogReaderTest {

    /** Statements that ask, whatever the number of objects; the roles are one more. */
    private static final int QUESTIONS = 25;

    private ScratchServer server;
    private ScratchDatabase database;

    @BeforeEach
    void start() {
        server = ScratchServer.start(ScratchOptions.standard().withProvider(ScratchProvider.EMBEDDED));
        database = server.create();
    }

    @AfterEach
    void stop() throws SQLException {
        database.close();
        CatalogCases.dropRoles(server);
        server.close();
    }

    @Test
    void anEmptyDatabaseHasAnEmptyCatalog() throws SQLException {
        Catalog catalog = CatalogCases.read(database);

        assertThat(catalog.schema().objects()).isEmpty();
        assertThat(catalog.unmodelled()).isEmpty();
        assertThat(catalog.serverVersion()).isEqualTo(server.versionNum());
        assertThat(catalog.owner()).isEqualTo(database.user());
    }

    @Test
    void theNumberOfQuestionsIsTheSameForAnySchema() throws SQLException {
        assertThat(questions(CatalogOptions.standard())).isEqualTo(QUESTIONS);
        for (String name :
                List.of("constraints.sql", "indexes.sql", "partitions.sql", "routines.sql", "security.sql")) {
            String schema = name.replace(".sql", "");
            CatalogCases.run(
                    database,
                    "CREATE SCHEMA " + schema + "; SET search_path = " + schema + ", public;"
                            + CatalogCases.script(name)
                                    .replace("CREATE SCHEMA app", "CREATE SCHEMA IF NOT EXISTS app"));
        }
        assertThat(questions(CatalogOptions.standard())).isEqualTo(QUESTIONS);
        assertThat(questions(CatalogOptions.standard().withRoles(true))).isEqualTo(QUESTIONS + 1);
    }

    private int questions(CatalogOptions options) throws SQLException {
        AtomicInteger count = new AtomicInteger();
        try (Connection connection = database.connect()) {
            Connection counting = (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            count.incrementAndGet();
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
            CatalogReader.read(counting, options);
        }
        return count.get();
    }

    @Test
    void theConnectionComesBackAsItWas() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.createStatement().execute("SET search_path = nowhere");
            CatalogReader.read(connection);

            assertThat(connection.getAutoCommit()).isTrue();
            try (var rows = connection.createStatement().executeQuery("SHOW search_path")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("nowhere");
            }
        }
    }

    @Test
    void aConnectionThatIsInATransactionIsRefused() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> CatalogReader.read(connection)).hasMessageContaining("in a transaction");
        }
    }

    @Test
    void onlyTheSchemasThatAreAskedForAreRead() throws SQLException {
        CatalogCases.run(
                database,
                "CREATE SCHEMA a; CREATE SCHEMA b; CREATE TABLE a.t (id int); CREATE TABLE b.t (id int);"
                        + "CREATE TABLE t (id int)");
        try (Connection connection = database.connect()) {
            Catalog catalog =
                    CatalogReader.read(connection, CatalogOptions.standard().withSchemas(List.of("a")));

            assertThat(catalog.schema().tables())
                    .extracting(table -> table.name().toString())
                    .containsExactly("a.t");
            assertThat(catalog.schema().objects(Namespace.class))
                    .extracting(Namespace::name)
                    .containsExactly("a");
        }
    }

    @Test
    void whatAnExtensionOwnsIsLeftOut() throws SQLException {
        CatalogCases.run(
                database, "CREATE EXTENSION hstore; CREATE EXTENSION citext; CREATE EXTENSION pg_stat_statements");

        assertThat(CatalogCases.read(database).schema().objects())
                .isEqualTo(CatalogCases.read(database).schema().extensions())
                .hasSize(3);
    }

    @Test
    void anInvalidIndexIsNoted() throws SQLException {
        CatalogCases.run(database, "CREATE TABLE t (a int); INSERT INTO t VALUES (1), (1)");
        assertThatThrownBy(() -> CatalogCases.run(database, "CREATE UNIQUE INDEX CONCURRENTLY broken ON t (a)"))
                .hasMessageContaining("duplicate");

        Catalog catalog = CatalogCases.read(database);

        assertThat(catalog.schema().tables().getFirst().indexes()).isEmpty();
        assertThat(catalog.unmodelled()).containsExactly("index broken on t is invalid: its build did not end");
    }

    @Test
    void theDatabasesOwnerGoesWithoutSaying() throws SQLException {
        CatalogCases.run(
                database,
                "CREATE ROLE case_app; CREATE TABLE a (id int); CREATE TABLE b (id int);"
                        + "ALTER TABLE b OWNER TO case_app");

        assertThat(CatalogCases.read(database).schema().objects(Ownership.class))
                .extracting(ownership -> ownership.of().name().name() + " " + ownership.owner())
                .containsExactly("b case_app");
    }

    @Test
    void whoOwnsEverythingGoesWithoutSaying() throws SQLException {
        CatalogCases.run(database, "CREATE ROLE case_app; CREATE TABLE a (id int); ALTER TABLE a OWNER TO case_app");

        Catalog catalog = CatalogCases.read(database);

        assertThat(catalog.owner()).isEqualTo("case_app");
        assertThat(catalog.schema().objects(Ownership.class)).isEmpty();
        assertThat(catalog.schema().objects(Role.class)).isEmpty();
    }

    @Test
    void rolesAreThoseThatTheDatabaseSpeaksOf() throws SQLException {
        CatalogCases.run(
                database,
                "CREATE ROLE case_group; CREATE ROLE case_app LOGIN IN ROLE case_group;"
                        + "CREATE ROLE case_other; CREATE TABLE t (id int); GRANT SELECT ON t TO case_app");

        assertThat(CatalogCases.read(database).schema().objects(Role.class))
                .extracting(Role::name, Role::login, Role::memberOf)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("case_app", true, List.of("case_group")),
                        org.assertj.core.groups.Tuple.tuple("case_group", false, List.of()));
    }

    @Test
    void whatCannotBeSaidIsListed() throws SQLException {
        CatalogCases.run(database, CatalogCases.script("foreign.sql"));

        assertThat(CatalogCases.read(database).unmodelled())
                .containsExactly(
                        "option password of server nowhere, which may be a secret",
                        "user mapping for public on server nowhere");
    }

    @Test
    void whatIsSetOnAnExtensionsObjectsIsListed() throws SQLException {
        CatalogCases.run(
                database, "CREATE EXTENSION hstore; GRANT EXECUTE ON FUNCTION hstore(text, text) TO pg_monitor");

        assertThat(CatalogCases.read(database).unmodelled())
                .containsExactly("privileges on function hstore(text,text), which belongs to an extension");
    }

    @Test
    void tablespacesAreReadAndMade() throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("SET allow_in_place_tablespaces = on");
            statement.execute("CREATE TABLESPACE case_space LOCATION ''");
        }
        try (ScratchDatabase other = server.create()) {
            CatalogCases.run(
                    database,
                    "CREATE TABLE t (id int PRIMARY KEY USING INDEX TABLESPACE case_space) TABLESPACE case_space;"
                            + "CREATE INDEX i ON t (id) TABLESPACE case_space;"
                            + "CREATE MATERIALIZED VIEW v TABLESPACE case_space AS SELECT 1 AS one;"
                            + "CREATE TABLE p (id int) PARTITION BY LIST (id) TABLESPACE case_space;"
                            + "CREATE TABLE p1 PARTITION OF p DEFAULT");
            Catalog catalog = CatalogCases.read(database);
            assertThat(catalog.schema().toString().split("case_space", -1)).hasSizeGreaterThanOrEqualTo(6);

            CatalogCases.make(other, catalog);

            assertThat(CatalogDifference.between(catalog, CatalogCases.read(other)))
                    .isEmpty();
        }
        CatalogCases.run(database, "DROP TABLE t, p; DROP MATERIALIZED VIEW v");
        try (Connection connection = database.connect()) {
            connection.createStatement().execute("DROP TABLESPACE case_space");
        }
    }

    @Test
    void whoMayDoNothingMayReadTheCatalog() throws SQLException {
        for (String name : List.of("routines.sql", "indexes.sql", "rules.sql")) {
            CatalogCases.run(
                    database, "DROP SCHEMA public CASCADE; CREATE SCHEMA public; " + CatalogCases.script(name));
        }
        CatalogCases.run(database, "CREATE ROLE case_nobody; GRANT USAGE ON SCHEMA public TO case_nobody");
        Catalog all = CatalogCases.read(database);
        try (Connection connection = database.connect()) {
            connection.createStatement().execute("SET SESSION AUTHORIZATION case_nobody");

            assertThat(CatalogDifference.between(
                            all,
                            CatalogReader.read(
                                    connection, CatalogOptions.standard().withRoles(true))))
                    .isEmpty();
        }
    }

    @Test
    void whoMayNotUseThePublicSchemaIsRefused() throws SQLException {
        CatalogCases.run(database, "CREATE ROLE case_nobody; REVOKE ALL ON SCHEMA public FROM PUBLIC");
        try (Connection connection = database.connect()) {
            connection.createStatement().execute("SET SESSION AUTHORIZATION case_nobody");

            assertThatThrownBy(() -> CatalogReader.read(connection))
                    .hasMessageContaining("needs USAGE on the schema public");
        }
    }

    @Test
    void objectsThatComeAndGoWhileItReadsDoNotDisturb() throws Exception {
        CatalogCases.run(database, CatalogCases.script("views.sql"));
        var stop = new java.util.concurrent.atomic.AtomicBoolean();
        Thread other = Thread.ofPlatform().start(() -> {
            while (!stop.get()) {
                try {
                    CatalogCases.run(
                            database,
                            "CREATE TABLE come (id int CHECK (id > 0) DEFAULT 1); CREATE INDEX ON come ((id + 1));"
                                    + "CREATE VIEW go AS SELECT id FROM come");
                    CatalogCases.run(database, "DROP TABLE come CASCADE");
                    Thread.sleep(200);
                } catch (SQLException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        try {
            for (int i = 0; i < 20; i++) {
                assertThat(CatalogCases.read(database).schema().views()).hasSizeGreaterThanOrEqualTo(9);
            }
        } finally {
            stop.set(true);
            other.join();
        }
    }

    @Test
    void partitionsWithNothingOfTheirOwnAreAPartOfTheirTable() throws SQLException {
        CatalogCases.run(database, CatalogCases.script("partitions.sql"));

        assertThat(CatalogCases.read(database).schema().tables())
                .filteredOn(table -> table.hierarchy().partitionOf().isPresent())
                .extracting(Table::name)
                .extracting(name -> name.name())
                .containsExactly("attached", "named_otherwise", "own_check", "own_default", "own_index");
    }
}
