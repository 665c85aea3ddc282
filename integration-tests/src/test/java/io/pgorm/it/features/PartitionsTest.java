package io.pgorm.it.features;

import static io.pgorm.it.live.Tables.ORDERS;
import static io.pgorm.it.live.Tables.READINGS;
import static io.pgorm.it.live.Tables.VISITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.error.CheckViolation;
import io.pgorm.features.partition.Partition;
import io.pgorm.features.partition.PartitionRange;
import io.pgorm.features.partition.Partitions;
import io.pgorm.features.partition.Pruning;
import io.pgorm.it.live.Db;
import io.pgorm.it.live.Reading;
import io.pgorm.it.live.ReadingCreate;
import io.pgorm.it.live.VisitCreate;
import java.sql.Connection;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Partitions that come and go while the table is in use. */
class PartitionsTest {

    private static FeatureServer server;
    private static Db db;

    @BeforeAll
    static void open() throws Exception {
        server = new FeatureServer("live");
        db = Db.open(server.owner());
    }

    @AfterAll
    static void close() {
        db.close();
        server.close();
    }

    @BeforeEach
    void empty() throws Exception {
        server.execute("""
                DO $$ DECLARE name text; BEGIN
                  FOR name IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent IN ('readings'::regclass, 'visits'::regclass)
                    AND inhrelid <> 'visits_default'::regclass
                  LOOP EXECUTE 'DROP TABLE ' || name; END LOOP;
                END $$;
                DELETE FROM visits; DROP TABLE IF EXISTS loaded, readings_p2025_01, readings_p2025_02, readings_p2025_03""");
    }

    private static PartitionRange month(int month) {
        return PartitionRange.month(YearMonth.of(2025, month));
    }

    @Test
    void rangesGetTheirPartitionsOnce() {
        Partitions<Db> partitions = Partitions.of(db, READINGS);
        assertThat(partitions.ensure(month(1), month(2))).isEqualTo(2);
        assertThat(partitions.ensure(month(2), month(3))).isEqualTo(1);
        assertThat(partitions.ensure(month(1), month(2), month(3))).isZero();
        assertThat(partitions.list())
                .extracting(Partition::name)
                .containsExactly("readings_p2025_01", "readings_p2025_02", "readings_p2025_03");
        OffsetDateTime lastMoment = OffsetDateTime.of(2025, 1, 31, 23, 59, 59, 999_999_000, ZoneOffset.UTC);
        db.readings().create(ReadingCreate.sensor(1).at(lastMoment).celsius(20));
        db.readings()
                .create(ReadingCreate.sensor(1).at(lastMoment.plusNanos(1000)).celsius(21));
        assertThat(db.sql()
                        .fetchSingle(
                                "SELECT (SELECT count(*) FROM readings_p2025_01), (SELECT count(*) FROM readings_p2025_02)")
                        .intoArray())
                .containsExactly(1L, 1L);
    }

    @Test
    void manyAtOnceMakeOne() throws Exception {
        AtomicInteger made = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(Thread.ofVirtual()
                    .start(() -> made.addAndGet(Partitions.of(db, READINGS).ensure(month(1), month(2)))));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(made).hasValue(2);
    }

    /** While a reader and a writer of the table have open transactions. */
    @Test
    void nobodyIsLockedOut() throws Exception {
        Partitions.of(db, READINGS).ensure(month(1));
        try (Connection busy = server.superusers().getConnection();
                Statement statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("INSERT INTO readings VALUES (9, '2025-01-05', 1)");
            statement.execute("SELECT * FROM readings");
            assertThat(Partitions.of(db, READINGS).ensure(month(2))).isEqualTo(1);
            busy.rollback();
        }
    }

    @Test
    void aPartOfARangeIsAnError() {
        Partitions<Db> partitions = Partitions.of(db, READINGS);
        partitions.ensure(month(1));
        assertThatThrownBy(() -> partitions.ensure(PartitionRange.day(LocalDate.of(2025, 1, 7))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "partition readings_p2025_01 of readings has a part of what is from 2025-01-07 to 2025-01-08");
        assertThatThrownBy(() -> Partitions.of(db, ORDERS).ensure(month(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("orders is not partitioned");
    }

    @Test
    void rowsOfTheDefaultPartitionAreMovedWhenThatIsWanted() {
        Partitions<Db> partitions = Partitions.of(db, VISITS);
        db.visits().create(VisitCreate.id(1L).day(LocalDate.of(2025, 1, 7)).page("/"));
        assertThat(partitions.rowsInDefault()).isEqualTo(1);
        assertThatThrownBy(() -> partitions.ensure(month(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ensureFromDefault(...) moves them");
        assertThat(partitions.ensureFromDefault(month(1))).isEqualTo(1);
        assertThat(partitions.rowsInDefault()).isZero();
        assertThat(db.visits().count()).isEqualTo(1);
    }

    /** PostgreSQL says itself that it need not look at the rows again. */
    @Test
    void aTableIsAttachedWithoutALongLock() throws Exception {
        server.execute("""
                CREATE TABLE loaded (LIKE readings);
                INSERT INTO loaded SELECT n, timestamptz '2025-02-01 00:00+00' + n * interval '1 minute', n FROM generate_series(0, 999) n;
                """);
        List<String> sent = new ArrayList<>();
        try (Db listened = Db.open(server.owner().withStatementListener(sent::add))) {
            Partitions.of(listened, READINGS).attach("loaded", month(2));
        }
        assertThat(db.readings().where(READINGS.SENSOR.eq(7)).count()).isEqualTo(1);
        assertThat(server.lines("SELECT count(*) FROM pg_constraint WHERE conname = 'pgorm_bound'"))
                .isEqualTo("0\n");

        server.execute("ALTER TABLE readings DETACH PARTITION loaded");
        assertThat(whatPostgresqlSays(sent))
                .anyMatch(text -> text.contains("\"loaded\" is implied by existing constraints"));
    }

    private static List<String> whatPostgresqlSays(List<String> sent) throws Exception {
        List<String> said = new ArrayList<>();
        try (Connection connection = server.superusers().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET client_min_messages = debug1");
            for (String sql : sent) {
                if (sql.startsWith("ALTER TABLE")) {
                    statement.execute(sql);
                    for (SQLWarning warning = statement.getWarnings();
                            warning != null;
                            warning = warning.getNextWarning()) {
                        said.add(warning.getMessage());
                    }
                }
            }
        }
        return said;
    }

    @Test
    void neitherIsTheDefaultPartitionLookedThroughUnderALock() throws Exception {
        server.execute("CREATE TABLE loaded (LIKE visits); INSERT INTO loaded VALUES (1, '2025-02-01', '/');"
                + " INSERT INTO visits VALUES (2, '2030-01-01', '/')");
        List<String> sent = new ArrayList<>();
        try (Db listened = Db.open(server.owner().withStatementListener(sent::add))) {
            Partitions.of(listened, VISITS).attach("loaded", month(2));
        }
        server.execute("ALTER TABLE visits DETACH PARTITION loaded");
        assertThat(whatPostgresqlSays(sent))
                .anyMatch(text -> text.contains("\"loaded\" is implied by existing constraints"))
                .anyMatch(text -> text.contains("\"visits_default\" is implied by existing constraints"));
        server.execute("ALTER TABLE visits DETACH PARTITION loaded; INSERT INTO visits VALUES (3, '2025-02-07', '/')");
        assertThatThrownBy(() -> Partitions.of(db, VISITS).attach("loaded", month(2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("move them to loaded before");
    }

    @Test
    void aTableWithARowOfElsewhereStaysAsItWas() throws Exception {
        server.execute("CREATE TABLE loaded (LIKE readings); INSERT INTO loaded VALUES (1, '2025-03-01 00:00+00', 1)");
        assertThatThrownBy(() -> Partitions.of(db, READINGS).attach("loaded", month(2)))
                .isInstanceOf(CheckViolation.class);
        assertThat(server.lines("SELECT count(*) FROM pg_constraint WHERE conname = 'pgorm_bound'"))
                .isEqualTo("0\n");
        assertThat(Partitions.of(db, READINGS).list()).isEmpty();
    }

    @Test
    void aPartitionIsDetachedConcurrentlyButNotBesideADefault() {
        Partitions<Db> partitions = Partitions.of(db, READINGS);
        partitions.ensure(month(1));
        partitions.detach("readings_p2025_01");
        assertThat(partitions.list()).isEmpty();
        assertThatThrownBy(() -> partitions.detach("readings_p2025_01"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no partition readings_p2025_01; there are []");

        Partitions<Db> withDefault = Partitions.of(db, VISITS);
        withDefault.ensure(month(1));
        assertThatThrownBy(() -> withDefault.detach("visits_p2025_01"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("detachAtOnce(...) does it");
        withDefault.detachAtOnce("visits_p2025_01");
        db.transaction(
                tx -> assertThatThrownBy(() -> Partitions.of(tx, READINGS).detach("x"))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("call this outside of transactions"));
        db.sql().execute("DROP TABLE visits_p2025_01");
    }

    @Test
    void whatIsOldIsDropped() {
        Partitions<Db> partitions = Partitions.of(db, READINGS);
        partitions.ensure(month(1), month(2), month(3));
        assertThat(partitions.dropBefore(month(3))).containsExactly("readings_p2025_01", "readings_p2025_02");
        assertThat(partitions.list()).extracting(Partition::name).containsExactly("readings_p2025_03");
        Partitions<Db> withDefault = Partitions.of(db, VISITS);
        withDefault.ensure(month(1));
        assertThat(withDefault.dropBefore(month(2))).containsExactly("visits_p2025_01");
    }

    @Test
    void whatAQueryReadsIsTold() {
        Partitions<Db> partitions = Partitions.of(db, READINGS);
        partitions.ensure(month(1), month(2), month(3));
        Pruning pruning = partitions.plan(db.readings()
                .where(READINGS.AT.ge(OffsetDateTime.of(2025, 2, 10, 0, 0, 0, 0, ZoneOffset.UTC)))
                .orderBy(READINGS.AT));
        assertThat(pruning.read()).containsExactly("readings_p2025_02", "readings_p2025_03");
        assertThat(pruning.left()).containsExactly("readings_p2025_01");
        assertThat(pruning).hasToString("reads 2 of 3 partitions: [readings_p2025_02, readings_p2025_03]");
        assertThat(partitions.plan(db.readings().where(READINGS.SENSOR.eq(1))).read())
                .hasSize(3);
        List<Reading> none = db.readings().where(READINGS.SENSOR.eq(1)).fetch();
        assertThat(none).isEmpty();
    }

    /** Whoever may read the partition by its name still sees nothing that the policies of the table hide. */
    @Test
    void aPartitionDoesNotLeakRoundThePolicies() throws Exception {
        server.execute("ALTER TABLE readings ENABLE ROW LEVEL SECURITY; CREATE POLICY none ON readings USING (false)");
        try {
            Partitions.of(db, READINGS).ensure(month(1));
            server.execute("INSERT INTO readings VALUES (1, '2025-01-05', 1);"
                    + " GRANT SELECT ON readings_p2025_01 TO " + FeatureServer.LOGIN);
            try (Db application = Db.open(server.application())) {
                assertThat(application.sql().fetchCount(org.jooq.impl.DSL.table("readings_p2025_01")))
                        .isZero();
            }
        } finally {
            server.execute("DROP POLICY none ON readings; ALTER TABLE readings DISABLE ROW LEVEL SECURITY");
        }
    }

    /** Column by column, index by index, what {@code CREATE TABLE ... PARTITION OF} would have made. */
    @Test
    void aPartitionHasAllThatItsTableHas() throws Exception {
        server.execute("""
                CREATE TABLE kinds (id int PRIMARY KEY);
                CREATE TABLE full_of_it (id bigint GENERATED ALWAYS AS IDENTITY, at timestamptz NOT NULL DEFAULT now(),
                  kind int REFERENCES kinds, cents numeric(10, 2) CHECK (cents > 0), twice numeric GENERATED ALWAYS AS (cents * 2) STORED,
                  note text COLLATE "C" DEFAULT 'none', PRIMARY KEY (id, at), UNIQUE (kind, at)) PARTITION BY RANGE (at);
                CREATE INDEX ON full_of_it (note);
                CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TRIGGER noted BEFORE INSERT ON full_of_it FOR EACH ROW EXECUTE FUNCTION noted();
                CREATE TABLE by_hand PARTITION OF full_of_it FOR VALUES FROM ('2024-01-01 00:00+00') TO ('2024-02-01 00:00+00');
                """);
        Partitions.of(db, org.jooq.impl.DSL.table("full_of_it")).ensure(month(1));
        String facts = """
                SELECT string_agg(fact, E'\n' ORDER BY fact) FROM (
                  SELECT attname || ' ' || format_type(atttypid, atttypmod) || attnotnull || attidentity::text || attgenerated::text
                    || coalesce(pg_get_expr(adbin, adrelid), '') || attcollation AS fact
                  FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
                  WHERE attrelid = '%1$s'::regclass AND attnum > 0
                  UNION ALL SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = '%1$s'::regclass
                  UNION ALL SELECT regexp_replace(pg_get_indexdef(indexrelid), ' INDEX .* USING ', ' ') FROM pg_index WHERE indrelid = '%1$s'::regclass
                  UNION ALL SELECT tgname FROM pg_trigger WHERE tgrelid = '%1$s'::regclass AND NOT tgisinternal) f""";
        try {
            assertThat(server.lines(facts.formatted("full_of_it_p2025_01")))
                    .isEqualTo(server.lines(facts.formatted("by_hand")));
            server.execute("INSERT INTO full_of_it (at, cents) VALUES ('2025-01-05', 3)");
            assertThat(server.lines("SELECT id || ' ' || twice FROM full_of_it_p2025_01"))
                    .isEqualTo("1 6.00\n");
        } finally {
            server.execute("DROP TABLE full_of_it, kinds; DROP FUNCTION noted");
        }
    }
}
