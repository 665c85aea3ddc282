package io.pgorm.it.client;

import static io.pgorm.it.movies.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.pgorm.client.ClientOptions;
import io.pgorm.client.error.UniqueViolation;
import io.pgorm.client.spring.SpringTransactions;
import io.pgorm.it.movies.Db;
import io.pgorm.it.movies.Session;
import io.pgorm.it.movies.UserCreate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Calls inside Spring's transactions are part of them. */
class SpringTransactionTest {

    private static MovieServer server;
    private static HikariDataSource pool;
    private static Db db;
    private static TransactionTemplate spring;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void start() throws Exception {
        server = new MovieServer();
        pool = new HikariDataSource();
        pool.setJdbcUrl(server.options().url());
        pool.setUsername(MovieServer.APP);
        pool.setPassword("app");
        pool.setMaximumPoolSize(2);
        db = Db.over(pool, ClientOptions.defaults().withOuterTransactions(SpringTransactions.join()));
        spring = new TransactionTemplate(new DataSourceTransactionManager(pool));
        jdbc = new JdbcTemplate(pool);
    }

    @AfterAll
    static void close() {
        db.close();
        pool.close();
        server.close();
    }

    @BeforeEach
    void clear() throws Exception {
        server.execute("TRUNCATE users RESTART IDENTITY CASCADE");
    }

    private static List<String> emails() {
        return db.users().orderBy(USERS.ID).fetch().stream()
                .map(user -> user.email())
                .toList();
    }

    @Test
    void commitsWithSpring() {
        List<String> events = new ArrayList<>();
        spring.executeWithoutResult(status -> {
            jdbc.update("INSERT INTO users (email) VALUES ('a@x')");
            db.users().create(UserCreate.email("b@x"));
            db.sql().execute("INSERT INTO users (email) VALUES ('c@x')");
            db.transaction(tx -> {
                tx.users().create(UserCreate.email("d@x"));
                tx.afterCommit(() -> events.add("committed, " + emails().size()));
            });
            assertThat(jdbc.queryForObject("SELECT count(*) FROM users", Integer.class))
                    .isEqualTo(4);
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isEqualTo(1);
            assertThat(events).isEmpty();
        });
        assertThat(emails()).containsExactly("a@x", "b@x", "c@x", "d@x");
        assertThat(events).hasSize(1);
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @Test
    void rollsBackWithSpring() {
        spring.executeWithoutResult(status -> {
            db.users().create(UserCreate.email("a@x"));
            db.transaction(tx -> tx.users().create(UserCreate.email("b@x")));
            db.sql().transaction(jooq -> jooq.dsl().execute("INSERT INTO users (email) VALUES ('c@x')"));
            status.setRollbackOnly();
        });
        assertThat(emails()).isEmpty();
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @Test
    void aTransactionInsideSpringsIsASavepoint() {
        spring.executeWithoutResult(status -> {
            db.users().create(UserCreate.email("a@x"));
            assertThatThrownBy(() -> db.transaction(tx -> {
                        tx.users().create(UserCreate.email("b@x"));
                        db.transaction(inner -> inner.users().create(UserCreate.email("c@x")));
                        tx.users().create(UserCreate.email("a@x"));
                    }))
                    .isInstanceOf(UniqueViolation.class);
            db.users().create(UserCreate.email("d@x"));
        });
        assertThat(emails()).containsExactly("a@x", "d@x");
    }

    @Test
    void anIdentityEndsWithItsCall() {
        spring.executeWithoutResult(status -> {
            db.as(Session.uid(5)).notes().fetch();
            db.as(Session.uid(5)).sql().fetch("SELECT 1");
            assertThat(jdbc.queryForObject("SELECT coalesce(current_setting('pgorm.uid', true), '')", String.class))
                    .isEmpty();
        });
    }

    @Test
    void outsideSpringsTransactionsItGoesItsOwnWay() {
        db.users().create(UserCreate.email("a@x"));
        db.transaction(tx -> tx.users().create(UserCreate.email("b@x")));
        assertThat(jdbc.queryForObject("SELECT count(*) FROM users", Integer.class))
                .isEqualTo(2);
    }
}
