package io.pgorm.it.features;

import static io.pgorm.features.matview.RefreshMode.AT_ONCE;
import static io.pgorm.features.matview.RefreshMode.CONCURRENTLY;
import static io.pgorm.it.live.Tables.ORDERS;
import static io.pgorm.it.live.Tables.ORDER_TOTALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.database.catalog.CatalogReader;
import io.pgorm.features.matview.LastRefresh;
import io.pgorm.features.matview.MaterializedView;
import io.pgorm.features.matview.MatviewExtension;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.it.live.Db;
import io.pgorm.it.live.OrderCreate;
import io.pgorm.it.live.OrderTotal;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Views that are filled now and then. */
class MaterializedViewTest {

    private static FeatureServer server;
    private static Db db;
    private static MaterializedView<Db> totals;

    @BeforeAll
    static void open() throws Exception {
        server = new FeatureServer("live");
        db = Db.open(server.owner().withPoolSize(8));
        totals = MaterializedView.of(db, ORDER_TOTALS);
    }

    @AfterAll
    static void close() {
        db.close();
        server.close();
    }

    @BeforeEach
    void empty() throws Exception {
        server.execute(
                "DELETE FROM orders; DROP TABLE IF EXISTS pgorm_refreshes; REFRESH MATERIALIZED VIEW order_totals");
    }

    @Test
    void itsRowsAreReadLikeThoseOfATable() {
        db.orders().create(OrderCreate.status("paid").cents(250L));
        db.orders().create(OrderCreate.status("paid").cents(50L));
        assertThat(db.orderTotals().fetch()).isEmpty();
        totals.refresh(CONCURRENTLY);
        List<OrderTotal> found = db.orderTotals()
                .where(ORDER_TOTALS.CENTS.gt(java.math.BigDecimal.TEN))
                .fetch();
        assertThat(found)
                .singleElement()
                .satisfies(total -> assertThat(total.orders()).isEqualTo(2));
    }

    @Test
    void itsAgeIsKnownToAnybody() {
        assertThat(totals.lastRefresh()).isEmpty();
        totals.refresh(AT_ONCE);
        try (Db application = Db.open(server.application())) {
            LastRefresh last =
                    MaterializedView.of(application, ORDER_TOTALS).lastRefresh().orElseThrow();
            assertThat(last.age()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
            assertThat(last.took()).isBetween(Duration.ZERO, last.age());
        }
    }

    @Test
    void aStormOfCallersIsOneRefresh() throws Exception {
        AtomicInteger refreshed = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                if (totals.refreshIfOlder(Duration.ofMinutes(1), CONCURRENTLY)) {
                    refreshed.incrementAndGet();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(refreshed).hasValue(1);
        assertThat(totals.refreshIfOlder(Duration.ofNanos(1), CONCURRENTLY)).isTrue();
    }

    @Test
    void whereSomebodyIsAtItAnotherMayGoOn() {
        db.transaction(tx -> {
            MaterializedView.of(tx, ORDER_TOTALS).refresh(CONCURRENTLY);
            assertThat(totals.tryRefresh(CONCURRENTLY)).isFalse();
        });
        assertThat(totals.tryRefresh(CONCURRENTLY)).isTrue();
    }

    /** A refresh beside a reader whose transaction is open; the other kind would wait for it. */
    @Test
    void readersAreNotLockedOut() throws Exception {
        try (Connection reader = server.superusers().getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SELECT * FROM order_totals");
            totals.refresh(CONCURRENTLY);
            assertThatThrownBy(() -> MaterializedView.of(db.withTimeout(Duration.ofMillis(100)), ORDER_TOTALS)
                            .refresh(AT_ONCE))
                    .isInstanceOf(io.pgorm.client.error.StatementTimeout.class);
            reader.rollback();
        }
    }

    @Test
    void whatPostgresqlWouldRefuseIsToldWithTheCure() throws Exception {
        server.execute(
                "ALTER INDEX order_totals_status_idx RENAME TO kept; CREATE UNIQUE INDEX expression ON order_totals ((status || ''));"
                        + " DROP INDEX kept");
        try {
            assertThatThrownBy(() -> totals.refresh(CONCURRENTLY))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("mark the field that tells its rows apart with @id");
            totals.refresh(AT_ONCE);
        } finally {
            server.execute(
                    "DROP INDEX expression; CREATE UNIQUE INDEX order_totals_status_idx ON order_totals (status)");
        }
        assertThatThrownBy(() -> MaterializedView.of(db, ORDERS).refresh(AT_ONCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("orders is no materialized view");
    }

    @Test
    void oneThatWasNeverFilledIsFilled() throws Exception {
        server.execute("REFRESH MATERIALIZED VIEW order_totals WITH NO DATA");
        totals.refresh(CONCURRENTLY);
        assertThat(db.orderTotals().count()).isZero();
    }

    /** The table of the notes is nothing that a migration would drop. */
    @Test
    void theNotesAreNoPartOfTheSchema() throws Exception {
        totals.refresh(AT_ONCE);
        try (Connection connection = server.superusers().getConnection()) {
            Schema read = CatalogReader.read(connection).schema();
            assertThat(read.objects(Table.class)).extracting(Table::name).contains(QualifiedName.of("pgorm_refreshes"));
            Schema left = new MatviewExtension().forget(read);
            assertThat(left.objects()).noneMatch(object -> object.toString().contains("pgorm_refreshes"));
            assertThat(left.objects(Table.class))
                    .hasSize(read.objects(Table.class).size() - 1);
        }
    }
}
