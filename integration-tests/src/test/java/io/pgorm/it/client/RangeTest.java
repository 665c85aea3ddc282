package io.pgorm.it.client;

import static io.pgorm.it.kinds.Tables.KINDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.Shape;
import io.pgorm.client.TypeBinding;
import io.pgorm.client.type.Interval;
import io.pgorm.client.type.Multirange;
import io.pgorm.client.type.Range;
import io.pgorm.client.type.Ranges;
import io.pgorm.client.type.TextType;
import io.pgorm.client.type.TextTypes;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchServer;
import io.pgorm.it.kinds.Db;
import io.pgorm.it.kinds.Kind;
import io.pgorm.it.kinds.KindCreate;
import io.pgorm.it.kinds.Pair;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Conditions on ranges, and values of the client's own types where they are more than stored and read. */
class RangeTest {

    private static final ScratchServer SERVER = ScratchServer.start();
    private static final ScratchDatabase DATABASE = SERVER.create();
    private static Db db;

    @BeforeAll
    static void open() throws Exception {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement();
                InputStream ddl = Objects.requireNonNull(RangeTest.class.getResourceAsStream("/kinds.sql"))) {
            statement.execute(new String(ddl.readAllBytes(), StandardCharsets.UTF_8));
        }
        db = Db.open(ConnectionOptions.of(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password()));
        for (Range<Long> range : Arrays.asList(
                Range.closedOpen(1L, 5L), Range.closedOpen(5L, 9L), Range.<Long>empty(), Range.atLeast(100L))) {
            db.kinds().create(KindCreate.defaults().range(range));
        }
    }

    @AfterAll
    static void close() {
        db.close();
        DATABASE.close();
        SERVER.close();
    }

    private static List<@Nullable Range<Long>> where(Condition condition) {
        return db.kinds().where(condition).orderBy(KINDS.ID).fetch().stream()
                .<@Nullable Range<Long>>map(Kind::range)
                .toList();
    }

    @Test
    void conditionsOnRangesAreThoseOfPostgres() {
        Range<Long> low = Range.closedOpen(1L, 5L);
        Range<Long> high = Range.closedOpen(5L, 9L);
        Range<Long> open = Range.atLeast(100L);
        assertThat(where(Ranges.contains(KINDS.RANGE, 4L))).containsExactly(low);
        assertThat(where(Ranges.overlaps(KINDS.RANGE, Range.closed(4L, 5L)))).containsExactly(low, high);
        assertThat(where(Ranges.isAdjacentTo(KINDS.RANGE, low))).containsExactly(high);
        assertThat(where(Ranges.encloses(KINDS.RANGE, Range.closed(6L, 7L)))).containsExactly(high);
        assertThat(where(Ranges.isWithin(KINDS.RANGE, Range.atMost(10L)))).containsExactly(low, high, Range.empty());
        assertThat(where(Ranges.isBefore(KINDS.RANGE, high))).containsExactly(low);
        assertThat(where(Ranges.isAfter(KINDS.RANGE, high))).containsExactly(open);
        assertThat(where(Ranges.isEmpty(KINDS.RANGE))).containsExactly(Range.empty());
    }

    @Test
    void boundsAreFieldsOfTheirOwnType() {
        record Bounds(@Nullable Long from, @Nullable Long to) {}
        Shape<Bounds> shape = Shape.of(Bounds::new, Ranges.lower(KINDS.RANGE), Ranges.upper(KINDS.RANGE));
        assertThat(db.kinds()
                        .where(Ranges.lower(KINDS.RANGE).ge(5L))
                        .orderBy(Ranges.lower(KINDS.RANGE))
                        .fetch(shape))
                .containsExactly(new Bounds(5L, 9L), new Bounds(100L, null));
    }

    @Test
    void aValueOfEachKindOfBoundIsFound() {
        OffsetDateTime noon = OffsetDateTime.of(2024, 2, 29, 12, 0, 0, 0, ZoneOffset.UTC);
        int id = db.kinds()
                .create(KindCreate.defaults()
                        .intrange(Range.closed(1, 2))
                        .daterange(Range.atLeast(LocalDate.of(2024, 1, 1)))
                        .tsrange(Range.lessThan(noon.toLocalDateTime().plusNanos(1000)))
                        .tstzrange(Range.closed(noon, noon))
                        .multirange(Multirange.of(Range.closed(BigDecimal.ONE, BigDecimal.TEN))))
                .id();
        for (Condition condition : List.of(
                Ranges.contains(KINDS.INTRANGE, 2),
                Ranges.contains(KINDS.DATERANGE, LocalDate.of(2025, 1, 1)),
                Ranges.contains(KINDS.TSRANGE, noon.toLocalDateTime()),
                Ranges.contains(KINDS.TSTZRANGE, noon.withOffsetSameInstant(ZoneOffset.ofHours(9))),
                Ranges.anyContains(KINDS.MULTIRANGE, new BigDecimal("9.99")),
                Ranges.anyOverlaps(KINDS.MULTIRANGE, Multirange.of(Range.greaterThan(new BigDecimal("9.99")))))) {
            assertThat(db.kinds().where(condition).fetch())
                    .as("%s", condition)
                    .extracting(Kind::id)
                    .containsExactly(id);
        }
    }

    @Test
    void aColumnOfAnotherTypeIsRefused() {
        @SuppressWarnings({"unchecked", "rawtypes"}) // what a cast by hand can do
        Field<Range<Long>> wrong = (Field) KINDS.INET;
        assertThatThrownBy(() -> Ranges.contains(wrong, 1L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("inet has no ranges");
    }

    @Test
    void valuesFromOutsideMayBeText() {
        Kind made = db.kinds()
                .createFrom(Map.of(
                        "interval", "3 days 04:05:06",
                        "range", "[7,8)",
                        "inet", "10.0.0.7",
                        "pair", "(1,x)"));
        assertThat(made.interval()).isEqualTo(new Interval(0, 3, 14_706_000_000L));
        assertThat(made.range()).isEqualTo(Range.closedOpen(7L, 8L));
        assertThat(made.pair()).isEqualTo(new Pair(1, "x"));
        db.kinds().byId(made.id()).delete();
        assertThatThrownBy(() -> db.kinds().createFrom(Map.of("inet", "secret.example", "interval", "a while")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("inet is not of type Inet")
                .hasMessageContaining("interval is not of type Interval")
                .hasMessageNotContaining("secret");
    }

    @Test
    void anIntervalIsAPeriodAndADuration() {
        Interval interval = Interval.of(Period.of(1, 2, -3), Duration.ofMillis(-1500));
        assertThat(interval).isEqualTo(new Interval(14, -3, -1_500_000));
        assertThat(interval.period()).isEqualTo(Period.of(1, 2, -3));
        assertThat(interval.duration()).isEqualTo(Duration.ofMillis(-1500));
        assertThatThrownBy(() -> Interval.of(Duration.ofNanos(1))).hasMessageContaining("microseconds");
        assertThatThrownBy(Interval.INFINITY::duration).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void anIntervalMeansTheSameInEveryStyleOfTheServer() throws Exception {
        Interval interval = new Interval(-1, 5, -1);
        for (String style : List.of("postgres", "sql_standard", "iso_8601", "postgres_verbose")) {
            try (Connection connection = DATABASE.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("SET IntervalStyle = '" + style + "'");
                try (var row = statement.executeQuery("SELECT interval '" + interval
                        + "' = make_interval(months => -1, days => 5, secs => -0.000001)")) {
                    row.next();
                    assertThat(row.getBoolean(1)).as(style).isTrue();
                }
            }
        }
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET IntervalStyle = 'iso_8601'");
            Db other = db.on(connection);
            int id = other.kinds().create(KindCreate.defaults()).id();
            assertThatThrownBy(() -> other.kinds().byId(id).update(io.pgorm.it.kinds.KindUpdate.interval(interval)))
                    .hasMessageContaining("set IntervalStyle to postgres");
        }
    }

    /** The numbers of types that the driver is told are those of the server. */
    @Test
    void parametersHaveTheTypeOfTheirValues() throws Exception {
        for (TextType<?> type : List.of(
                TextTypes.INTERVAL,
                TextTypes.INET,
                TextTypes.CIDR,
                TextTypes.MACADDR,
                TextTypes.POINT,
                TextTypes.LINE,
                TextTypes.LSEG,
                TextTypes.BOX,
                TextTypes.PATH,
                TextTypes.POLYGON,
                TextTypes.CIRCLE,
                TextTypes.OID,
                TextTypes.INT4RANGE,
                TextTypes.INT8RANGE,
                TextTypes.NUMRANGE,
                TextTypes.DATERANGE,
                TextTypes.TSRANGE,
                TextTypes.TSTZRANGE,
                TextTypes.INT4MULTIRANGE,
                TextTypes.INT8MULTIRANGE,
                TextTypes.NUMMULTIRANGE,
                TextTypes.DATEMULTIRANGE,
                TextTypes.TSMULTIRANGE,
                TextTypes.TSTZMULTIRANGE)) {
            String typeOf = db.sql()
                    .fetchSingle("SELECT pg_typeof({0})::text", nothing(type))
                    .get(0, String.class);
            assertThat(typeOf).isEqualTo(type.sqlName());
        }
    }

    private static <T> Field<T> nothing(TextType<T> type) {
        return DSL.val((T) null, SQLDataType.OTHER.asConvertedDataType(new TypeBinding<>(type)));
    }
}
