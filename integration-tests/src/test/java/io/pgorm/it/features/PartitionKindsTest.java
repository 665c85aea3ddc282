package io.pgorm.it.features;

import static io.pgorm.it.live.Tables.READINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.error.CheckViolation;
import io.pgorm.database.catalog.CatalogReader;
import io.pgorm.features.partition.Partition;
import io.pgorm.features.partition.PartitionBound;
import io.pgorm.features.partition.PartitionCut;
import io.pgorm.features.partition.PartitionExtension;
import io.pgorm.features.partition.PartitionHash;
import io.pgorm.features.partition.PartitionList;
import io.pgorm.features.partition.PartitionRange;
import io.pgorm.features.partition.PartitionSpan;
import io.pgorm.features.partition.Partitions;
import io.pgorm.ir.QualifiedName;
import io.pgorm.it.live.Db;
import io.pgorm.it.live.Reading;
import java.sql.Connection;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists, hashes, spans of several columns, and partitions that are cut again. */
class PartitionKindsTest {

    private static final OffsetDateTime FEBRUARY = OffsetDateTime.of(2031, 2, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final Table<?> CUSTOMERS = DSL.table(DSL.name("customers"));
    private static final Table<?> SESSIONS = DSL.table(DSL.name("sessions"));
    private static final Table<?> INVOICES = DSL.table(DSL.name("invoices"));

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
    void tables() throws Exception {
        server.execute("""
                DROP TABLE IF EXISTS customers, sessions, invoices, loaded;
                CREATE TABLE customers (id int, country text, PRIMARY KEY (id, country), note text) PARTITION BY LIST (country);
                CREATE TABLE sessions (id bigint PRIMARY KEY, note text) PARTITION BY HASH (id);
                CREATE TABLE invoices (year int, number int, note text, PRIMARY KEY (year, number)) PARTITION BY RANGE (year, number);
                """);
    }

    @Test
    void aValueGetsItsPartitionOnce() throws Exception {
        Partitions<Db> customers = Partitions.of(db, CUSTOMERS);
        assertThat(customers.ensure(PartitionList.value("ch"), PartitionList.of("south", "it", "es")))
                .isEqualTo(2);
        assertThat(customers.ensure(PartitionList.value("ch"), PartitionList.value("it")))
                .isZero();
        server.execute("INSERT INTO customers VALUES (1, 'ch'), (2, 'es'), (3, 'it')");
        assertThat(server.lines("SELECT id FROM customers_south ORDER BY id")).isEqualTo("2\n3\n");
        assertThatThrownBy(() -> customers.ensure(PartitionList.of("alps", "ch", "at")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("partition customers_ch of customers has a part of what is in [ch, at]");
        assertThatThrownBy(() -> customers.ensure(PartitionRange.numbers("a", 1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customers is cut by LIST (country), which takes PartitionList");
        assertThatThrownBy(() -> customers.dropBefore(PartitionRange.numbers("a", 1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not by ranges of one column");
    }

    @Test
    void valuesWithQuotesAndNoValueAtAll() throws Exception {
        server.execute("CREATE TABLE notes_of (kind text) PARTITION BY LIST (kind)");
        try {
            Partitions<Db> notes = Partitions.of(db, DSL.table(DSL.name("notes_of")));
            PartitionBound odd = PartitionList.of("odd", "it's {0} ?", "a\"b").orAbsent();
            assertThat(notes.ensure(odd)).isEqualTo(1);
            assertThat(notes.ensure(odd, PartitionList.of("same", "it's {0} ?")))
                    .isZero();
            server.execute("INSERT INTO notes_of VALUES (NULL), ('it''s {0} ?')");
            assertThat(server.lines("SELECT count(*) FROM notes_of_odd")).isEqualTo("2\n");
        } finally {
            server.execute("DROP TABLE notes_of");
        }
    }

    @Test
    void aListIsAttachedWithoutALongLockBesideADefault() throws Exception {
        server.execute("""
                CREATE TABLE customers_rest PARTITION OF customers DEFAULT;
                INSERT INTO customers VALUES (1, 'at');
                CREATE TABLE loaded (LIKE customers INCLUDING INDEXES);
                INSERT INTO loaded SELECT n, 'ch' FROM generate_series(1, 1000) n;
                """);
        assertThat(saidWhileAttaching(CUSTOMERS, "loaded", PartitionList.value("ch")))
                .anyMatch(text -> text.contains("\"loaded\" is implied by existing constraints"))
                .anyMatch(text -> text.contains("\"customers_rest\" is implied by existing constraints"));
        Partitions<Db> customers = Partitions.of(db, CUSTOMERS);
        assertThatThrownBy(() -> customers.ensure(PartitionList.value("at")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ensureFromDefault(...) moves them");
        assertThat(customers.ensureFromDefault(PartitionList.value("at"))).isEqualTo(1);
        assertThat(customers.rowsInDefault()).isZero();
        assertThatThrownBy(() -> customers.detach("loaded"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("customers_rest");
        customers.detachAtOnce("loaded");
        customers.detachAtOnce("customers_rest");
        customers.detach("customers_at");
        assertThat(customers.list()).isEmpty();
        server.execute("DROP TABLE customers_rest, customers_at");
    }

    /** Its columns stand in another order, and one of them is generated. */
    @Test
    void rowsAreMovedByTheNamesOfTheirColumns() throws Exception {
        server.execute("""
                CREATE TABLE sizes (id int, width int, kind text, area int GENERATED ALWAYS AS (width * width) STORED)
                  PARTITION BY LIST (kind);
                CREATE TABLE sizes_rest (kind text, area int GENERATED ALWAYS AS (width * width) STORED, width int, id int);
                ALTER TABLE sizes ATTACH PARTITION sizes_rest DEFAULT;
                INSERT INTO sizes (id, width, kind) VALUES (1, 5, 'a'), (2, 6, 'b');
                """);
        try {
            Partitions<Db> sizes = Partitions.of(db, DSL.table(DSL.name("sizes")));
            assertThat(sizes.ensureFromDefault(PartitionList.value("a"))).isEqualTo(1);
            assertThat(sizes.rowsInDefault()).isEqualTo(1);
            assertThat(server.lines("SELECT concat_ws(' ', id, width, kind, area) FROM sizes_a"))
                    .isEqualTo("1 5 a 25\n");
        } finally {
            server.execute("DROP TABLE sizes");
        }
    }

    @Test
    void allRemaindersOfAHashAreThere() throws Exception {
        Partitions<Db> sessions = Partitions.of(db, SESSIONS);
        assertThat(sessions.ensure(PartitionHash.all(4))).isEqualTo(4);
        assertThat(sessions.ensure(PartitionHash.all(4))).isZero();
        server.execute("INSERT INTO sessions SELECT n FROM generate_series(1, 1000) n");
        assertThat(sessions.list())
                .extracting(Partition::name)
                .containsExactly("sessions_h4_0", "sessions_h4_1", "sessions_h4_2", "sessions_h4_3");
        assertThatThrownBy(() -> sessions.ensure(PartitionHash.all(6)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "sessions has partition sessions_h4_0 with modulus 4, and PostgreSQL takes a modulus of 6 beside it"
                                + " only if one divides the other");
        assertThatThrownBy(() -> sessions.ensure(new PartitionHash(2, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("partition sessions_h4_1 of sessions has a part of what is remainder 1 of 2");
        // a finer one is held already
        assertThat(sessions.ensure(new PartitionHash(8, 7))).isZero();
        assertThatThrownBy(() -> new PartitionHash(4, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRemainderIsDetachedAndAttachedWithoutALongLock() throws Exception {
        Partitions<Db> sessions = Partitions.of(db, SESSIONS);
        sessions.ensure(PartitionHash.all(2));
        server.execute("INSERT INTO sessions SELECT n FROM generate_series(1, 100) n");
        sessions.detach("sessions_h2_1");
        assertThatThrownBy(() -> db.sql().execute("INSERT INTO sessions SELECT n FROM generate_series(101, 150) n"))
                .isInstanceOf(CheckViolation.class);
        assertThatThrownBy(() -> sessions.attach("sessions_h2_1", new PartitionHash(2, 0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has a part of what is remainder 0 of 2");
        assertThatThrownBy(() -> sessions.attach("sessions_h2_1", new PartitionHash(4, 1)))
                .isInstanceOf(CheckViolation.class);
        assertThatThrownBy(() -> sessions.attach("sessions_h2_1", new PartitionHash(3, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("only if one divides the other");
        assertThat(saidWhileAttaching(SESSIONS, "sessions_h2_1", new PartitionHash(2, 1)))
                .anyMatch(text -> text.contains("\"sessions_h2_1\" is implied by existing constraints"));
        assertThat(server.lines("SELECT count(*) FROM sessions")).isEqualTo("100\n");
    }

    @Test
    void aSpanOfSeveralColumnsIsComparedAsADictionaryDoes() throws Exception {
        Partitions<Db> invoices = Partitions.of(db, INVOICES);
        PartitionBound first = new PartitionSpan("early", List.of("2025", "1"), List.of("2025", "1000"));
        PartitionBound next = new PartitionSpan("late", List.of("2025", "1000"), List.of("2027", "1"));
        assertThat(invoices.ensure(first, next)).isEqualTo(2);
        assertThat(invoices.ensure(first, next)).isZero();
        server.execute("INSERT INTO invoices VALUES (2025, 999), (2025, 1000), (2026, 1)");
        assertThat(server.lines("SELECT number FROM invoices_late ORDER BY year, number"))
                .isEqualTo("1000\n1\n");
        assertThatThrownBy(() -> invoices.ensure(new PartitionSpan("x", List.of("2026", "5"), List.of("2028", "1"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("partition invoices_late of invoices has a part of what is from [2026, 5]");
        assertThatThrownBy(() -> invoices.ensure(new PartitionSpan("x", List.of("2030", "5"), List.of("2029", "1"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it is empty, or lies over one that is there");
        assertThatThrownBy(() -> invoices.ensure(PartitionRange.numbers("x", 1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PartitionSpan with as many values");
        server.execute("CREATE TABLE loaded (LIKE invoices INCLUDING INDEXES);"
                + " INSERT INTO loaded SELECT 2030, n FROM generate_series(1, 1000) n");
        assertThat(saidWhileAttaching(
                        INVOICES, "loaded", new PartitionSpan("x", List.of("2030", "1"), List.of("2031", "1"))))
                .anyMatch(text -> text.contains("\"loaded\" is implied by existing constraints"));
    }

    @Test
    void aPartitionIsCutAgain() throws Exception {
        Partitions<Db> customers = Partitions.of(db, CUSTOMERS);
        PartitionCut byId = PartitionCut.hash(DSL.field(DSL.name("id")));
        assertThat(customers.ensure(byId, PartitionList.value("ch"), PartitionList.value("at")))
                .isEqualTo(2);
        assertThat(customers.below("customers_ch").ensure(PartitionHash.all(2))).isEqualTo(2);
        assertThat(customers.below("customers_at").ensure(PartitionHash.all(2))).isEqualTo(2);
        server.execute("INSERT INTO customers SELECT n, 'ch' FROM generate_series(1, 100) n");
        assertThat(server.lines("SELECT count(*) FROM customers_ch")).isEqualTo("100\n");
        assertThatThrownBy(() -> customers.below("customers_ch").below("customers_ch_h2_0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds rows and is not cut again");
        assertThatThrownBy(() ->
                        customers.ensure(PartitionCut.hash(DSL.field(DSL.name("note"))), PartitionList.value("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the unique key customers_pkey of customers lacks note, and each partition knows only its own rows:"
                                + " add it to the key");

        // the leaves come and go as the partitions of any table, the inner ones with all that they have
        customers.below("customers_ch").detach("customers_ch_h2_1");
        assertThat(saidWhileAttaching(
                        DSL.table(DSL.name("public", "customers_ch")), "customers_ch_h2_1", new PartitionHash(2, 1)))
                .anyMatch(text -> text.contains("\"customers_ch_h2_1\" is implied by existing constraints"));
        customers.detach("customers_at");
        customers.attach("customers_at", PartitionList.value("at"));
        assertThat(customers.list()).extracting(Partition::name).containsExactly("customers_at", "customers_ch");
    }

    @Test
    void aNestedPartitionIsPrunedAndForgotten() throws Exception {
        Partitions<Db> readings = Partitions.of(db, READINGS);
        PartitionRange january = PartitionRange.month(YearMonth.of(2031, 1));
        PartitionRange february = PartitionRange.month(YearMonth.of(2031, 2));
        readings.ensure(PartitionCut.hash(READINGS.SENSOR), january, february);
        try {
            readings.below("readings_p2031_01").ensure(PartitionHash.all(2));
            readings.below("readings_p2031_02").ensure(PartitionHash.all(2));
            assertThat(readings.plan(db.readings().where(READINGS.AT.ge(FEBRUARY)))
                            .read())
                    .containsExactly("readings_p2031_02_h2_0", "readings_p2031_02_h2_1");
            List<Reading> none = db.readings().fetch();
            assertThat(none).isEmpty();
            try (Connection connection = server.superusers().getConnection()) {
                assertThat(new PartitionExtension()
                                .forget(CatalogReader.read(connection).schema())
                                .table(QualifiedName.of("readings"))
                                .orElseThrow()
                                .hierarchy()
                                .partitions())
                        .isEmpty();
            }
        } finally {
            server.execute("DROP TABLE readings_p2031_01, readings_p2031_02");
        }
    }

    /** What PostgreSQL says of each step, as it would to anybody who takes it. */
    private static List<String> saidWhileAttaching(Table<?> table, String name, PartitionBound bound) throws Exception {
        List<String> sent = new ArrayList<>();
        try (Db listened = Db.open(server.owner().withStatementListener(sent::add))) {
            Partitions.of(listened, table).attach(name, bound);
        }
        server.execute("ALTER TABLE " + table + " DETACH PARTITION " + name);
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
}
