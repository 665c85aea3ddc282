package io.pgorm.database.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

class RoundTripProxyTest {

    private final ScratchDatabase database =
            ScratchServer.start(ScratchOptions.fast()).create();
    private final RoundTripProxy proxy = RoundTripProxy.start(database.jdbcUrl());
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = open(proxy.jdbcUrl(database.name()));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        proxy.close();
        database.close();
    }

    private Connection open(String url) throws SQLException {
        return DriverManager.getConnection(url, database.user(), database.password());
    }

    private static void query(Connection connection, String sql) {
        try (var statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void query(String sql) {
        query(connection, sql);
    }

    @Test
    void openingAConnectionCountsNothing() {
        assertThat(proxy.count()).isZero();
    }

    @Test
    void aQueryIsOneTrip() throws Exception {
        var counted = proxy.measure(() -> {
            query("SELECT 1");
            return "done";
        });
        assertThat(counted.value()).isEqualTo("done");
        assertThat(counted.trips()).containsExactly(new RoundTrip(List.of("SELECT 1")));
    }

    @Test
    void severalStatementsInOneTripAreOne() throws Exception {
        var counted = proxy.measure(() -> {
            query("BEGIN; SELECT 1; SELECT 2; COMMIT");
            return true;
        });
        assertThat(counted.count()).isEqualTo(1);
        assertThat(counted.trips().getFirst().statements()).containsExactly("BEGIN", "SELECT 1", "SELECT 2", "COMMIT");
    }

    @Test
    void aLoopOfQueriesShowsAsWhatItIs() {
        proxy.assertRoundTrips(10, () -> {
            for (int i = 0; i < 10; i++) {
                query("SELECT " + i);
            }
        });
    }

    @Test
    void aStatementThatTheServerHasPreparedIsShownByItsText() throws Exception {
        try (var statement = connection.prepareStatement("SELECT ?::int")) {
            statement.unwrap(org.postgresql.PGStatement.class).setPrepareThreshold(1);
            for (int i = 0; i < 3; i++) {
                statement.setInt(1, i);
                statement.execute();
            }
            var counted = proxy.measure(() -> {
                statement.execute();
                return true;
            });
            assertThat(counted.trips().getFirst().statements()).containsExactly("SELECT $1::int");
        }
    }

    @Test
    void theSimpleProtocolCountsToo() throws Exception {
        try (var simple = open(proxy.jdbcUrl(database.name()) + "&preferQueryMode=simple")) {
            proxy.assertRoundTrips(1, () -> query(simple, "SELECT 1"));
        }
    }

    @Test
    void aBatchIsOneTrip() throws Exception {
        query("CREATE TABLE t (i int)");
        try (var insert = connection.prepareStatement("INSERT INTO t VALUES (?)")) {
            for (int i = 0; i < 50; i++) {
                insert.setInt(1, i);
                insert.addBatch();
            }
            assertThat(proxy.measure(insert::executeBatch).count()).isEqualTo(1);
        }
    }

    @Test
    void aCopyIsTwoTripsWhateverItsSize() throws Exception {
        query("CREATE TABLE t (s text)");
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        String rows = ("x".repeat(1000) + "\n").repeat(5000);
        var counted = proxy.measure(() -> copy.copyIn("COPY t FROM STDIN", new StringReader(rows)));
        assertThat(counted.value()).isEqualTo(5000);
        assertThat(counted.count()).isEqualTo(2);
    }

    @Test
    void valuesOfManyMegabytesComeThrough() throws Exception {
        try (var statement = connection.prepareStatement("SELECT ?")) {
            statement.setString(1, "ä".repeat(4_000_000));
            var rows = statement.executeQuery();
            rows.next();
            assertThat(rows.getString(1)).hasSize(4_000_000);
        }
    }

    @Test
    void aFailedExpectationListsWhatWasSent() {
        assertThatThrownBy(() -> proxy.assertRoundTrips(1, () -> {
                    query("SELECT 'first'");
                    query("SELECT 'second'");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expected 1 round trip, but there were 2:
                          1. SELECT 'first'
                          2. SELECT 'second'""");
    }

    @Test
    void anErrorOfTheServerReachesTheClient() {
        assertThatThrownBy(() -> query("SELECT 1/0")).hasMessageContaining("division by zero");
        assertThatCode(() -> query("SELECT 1")).doesNotThrowAnyException();
    }

    @Test
    void aWrongPasswordIsRefusedByTheServer() {
        assertThatThrownBy(() -> DriverManager.getConnection(proxy.jdbcUrl(database.name()), database.user(), "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void aClientThatPrefersEncryptionGoesOnWithoutIt() throws Exception {
        var url = proxy.jdbcUrl(database.name()).replace("sslmode=disable", "sslmode=prefer");
        try (var other = open(url)) {
            proxy.assertRoundTrips(1, () -> query(other, "SELECT 1"));
        }
    }

    @Test
    void aRunningQueryCanBeCancelled() throws Exception {
        try (var statement = connection.createStatement()) {
            Thread.ofVirtual().start(() -> {
                try {
                    Thread.sleep(200);
                    statement.cancel();
                } catch (InterruptedException | SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThatThrownBy(() -> statement.execute("SELECT pg_sleep(30)"))
                    .hasMessageContaining("canceling statement");
        }
    }

    @Test
    void everyTripTakesTheDelayOnce() {
        proxy.setDelay(Duration.ofMillis(50));
        long start = System.nanoTime();
        query("SELECT 1");
        query("SELECT 2");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void clientsCountTogether() throws Exception {
        try (var other = open(proxy.jdbcUrl(database.name()))) {
            proxy.assertRoundTrips(2, () -> {
                query("SELECT 1");
                query(other, "SELECT 1");
            });
        }
    }

    @Test
    void aClosedProxyBreaksItsConnections() {
        proxy.close();
        assertThatThrownBy(() -> query("SELECT 1")).hasRootCauseInstanceOf(java.io.IOException.class);
        assertThatThrownBy(() -> open(proxy.jdbcUrl(database.name()))).isInstanceOf(SQLException.class);
    }
}
