package io.pgorm.it.client;

import static io.pgorm.it.kinds.Tables.KINDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.client.Assignments;
import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.Create;
import io.pgorm.client.PreparedQuery;
import io.pgorm.client.Shape;
import io.pgorm.client.type.BitString;
import io.pgorm.client.type.Box;
import io.pgorm.client.type.Cidr;
import io.pgorm.client.type.Circle;
import io.pgorm.client.type.Inet;
import io.pgorm.client.type.Interval;
import io.pgorm.client.type.Line;
import io.pgorm.client.type.MacAddress;
import io.pgorm.client.type.Multirange;
import io.pgorm.client.type.Path;
import io.pgorm.client.type.Point;
import io.pgorm.client.type.Polygon;
import io.pgorm.client.type.Range;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchServer;
import io.pgorm.it.kinds.Db;
import io.pgorm.it.kinds.Kind;
import io.pgorm.it.kinds.Mood;
import io.pgorm.it.kinds.Nest;
import io.pgorm.it.kinds.Pair;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The extreme values of each type go in, are what PostgreSQL calls them, come back, and are found again. */
class TypeTest {

    /**
     * @param text what PostgreSQL writes for the value
     * @param comparable whether the type has an equality
     */
    record Case<T>(TableField<?, T> column, T value, String text, boolean comparable) {
        static <T> Case<T> of(TableField<?, T> column, T value, String text) {
            return new Case<>(column, value, text, true);
        }

        static <T> Case<T> incomparable(TableField<?, T> column, T value, String text) {
            return new Case<>(column, value, text, false);
        }

        @Override
        public String toString() {
            return column.getName() + " " + text;
        }
    }

    private static final ScratchServer SERVER = ScratchServer.start();
    private static final ScratchDatabase DATABASE = SERVER.create();
    private static Db db;

    @BeforeAll
    static void open() throws Exception {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement();
                InputStream ddl = Objects.requireNonNull(TypeTest.class.getResourceAsStream("/kinds.sql"))) {
            statement.execute(new String(ddl.readAllBytes(), StandardCharsets.UTF_8));
        }
        db = Db.open(ConnectionOptions.of(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password()));
    }

    @AfterAll
    static void close() {
        db.close();
        DATABASE.close();
        SERVER.close();
    }

    static Stream<Case<?>> cases() {
        OffsetDateTime instant = OffsetDateTime.of(2024, 2, 29, 23, 59, 59, 999_999_000, ZoneOffset.UTC);
        String long70 = "1".repeat(70);
        return Stream.of(
                Case.of(KINDS.SMALL, Short.MIN_VALUE, "-32768"),
                Case.of(KINDS.SMALL, Short.MAX_VALUE, "32767"),
                Case.of(KINDS.WHOLE, Integer.MIN_VALUE, "-2147483648"),
                Case.of(KINDS.WHOLE, Integer.MAX_VALUE, "2147483647"),
                Case.of(KINDS.BIG, Long.MIN_VALUE, "-9223372036854775808"),
                Case.of(KINDS.BIG, Long.MAX_VALUE, "9223372036854775807"),
                Case.of(KINDS.SINGLE, Float.MAX_VALUE, "3.4028235e+38"),
                Case.of(KINDS.SINGLE, Float.MIN_VALUE, "1e-45"),
                Case.of(KINDS.SINGLE, Float.NaN, "NaN"),
                Case.of(KINDS.SINGLE, Float.NEGATIVE_INFINITY, "-Infinity"),
                Case.of(KINDS.TWICE, Double.MAX_VALUE, "1.7976931348623157e+308"),
                Case.of(KINDS.TWICE, Double.MIN_VALUE, "5e-324"),
                Case.of(KINDS.TWICE, Double.NaN, "NaN"),
                Case.of(KINDS.TWICE, Double.POSITIVE_INFINITY, "Infinity"),
                Case.of(KINDS.TWICE, -0.0, "-0"),
                Case.of(KINDS.EXACT, new BigDecimal("1e-40"), "0." + "0".repeat(39) + "1"),
                Case.of(KINDS.EXACT, new BigDecimal("9".repeat(300) + ".5"), "9".repeat(300) + ".5"),
                Case.of(KINDS.EXACT, new BigDecimal("-1.500"), "-1.500"),
                Case.of(KINDS.MONEY, "-$92,233,720,368,547,758.08", "-$92,233,720,368,547,758.08"),
                Case.of(KINDS.FLAG, true, "true"),
                Case.of(KINDS.FLAG, false, "false"),
                Case.of(KINDS.STRING, "", ""),
                Case.of(
                        KINDS.STRING,
                        "quote ' \" \\ \n \t ? :x {} \uD83D\uDE00",
                        "quote ' \" \\ \n \t ? :x {} \uD83D\uDE00"),
                Case.of(KINDS.VARCHAR, "20 letters, not more", "20 letters, not more"),
                Case.of(KINDS.PADDED, "a  ", "a"),
                Case.of(KINDS.BYTES, new byte[0], "\\x"),
                Case.of(KINDS.BYTES, new byte[] {0, -128, 127, 92}, "\\x00807f5c"),
                Case.of(KINDS.DATE, LocalDate.MAX, "infinity"),
                Case.of(KINDS.DATE, LocalDate.MIN, "-infinity"),
                Case.of(KINDS.DATE, LocalDate.of(5874897, 12, 31), "5874897-12-31"),
                Case.of(KINDS.DATE, LocalDate.of(-4712, 1, 1), "4713-01-01 BC"),
                Case.of(KINDS.DATE, LocalDate.of(0, 2, 29), "0001-02-29 BC"),
                Case.of(KINDS.DATE, LocalDate.of(1582, 10, 10), "1582-10-10"),
                Case.of(KINDS.DATE, LocalDate.of(9999, 12, 31), "9999-12-31"),
                Case.of(KINDS.TIME, LocalTime.MIDNIGHT, "00:00:00"),
                Case.of(KINDS.TIME, LocalTime.of(23, 59, 59, 999_999_000), "23:59:59.999999"),
                Case.of(
                        KINDS.TIMETZ,
                        OffsetTime.of(0, 0, 0, 1000, ZoneOffset.ofHoursMinutesSeconds(15, 59, 59)),
                        "00:00:00.000001+15:59:59"),
                Case.of(KINDS.TIMETZ, OffsetTime.of(12, 0, 0, 0, ZoneOffset.ofHours(-12)), "12:00:00-12"),
                Case.of(KINDS.STAMP, LocalDateTime.MAX, "infinity"),
                Case.of(KINDS.STAMP, LocalDateTime.MIN, "-infinity"),
                Case.of(
                        KINDS.STAMP,
                        LocalDateTime.of(294276, 12, 31, 23, 59, 59, 999_999_000),
                        "294276-12-31 23:59:59.999999"),
                Case.of(KINDS.STAMP, LocalDateTime.of(-4712, 1, 1, 0, 0), "4713-01-01 00:00:00 BC"),
                Case.of(KINDS.STAMP, LocalDateTime.of(2024, 3, 31, 2, 30), "2024-03-31 02:30:00"),
                Case.of(KINDS.STAMPTZ, OffsetDateTime.MAX, "infinity"),
                Case.of(KINDS.STAMPTZ, OffsetDateTime.MIN, "-infinity"),
                Case.of(KINDS.STAMPTZ, instant, "2024-02-29 23:59:59.999999+00"),
                Case.of(
                        KINDS.STAMPTZ,
                        OffsetDateTime.of(294276, 12, 31, 23, 59, 59, 0, ZoneOffset.UTC),
                        "294276-12-31 23:59:59+00"),
                Case.of(
                        KINDS.STAMPTZ,
                        OffsetDateTime.of(-4712, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC),
                        "4713-01-01 00:00:00+00 BC"),
                Case.of(
                        KINDS.STAMPTZ,
                        OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC),
                        "0001-01-01 00:00:00+00"),
                Case.of(KINDS.INTERVAL, Interval.ZERO, "00:00:00"),
                Case.of(KINDS.INTERVAL, new Interval(10, -3, -14_706_000_007L), "10 mons -3 days -04:05:06.000007"),
                Case.of(KINDS.INTERVAL, new Interval(-1, 3, 1), "-1 mons +3 days 00:00:00.000001"),
                Case.of(KINDS.INTERVAL, new Interval(-25, 0, 0), "-2 years -1 mons"),
                Case.of(
                        KINDS.INTERVAL,
                        new Interval(Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE),
                        "178956970 years 7 mons -2147483648 days +2562047788:00:54.775807"),
                Case.of(
                        KINDS.INTERVAL,
                        new Interval(Integer.MIN_VALUE, Integer.MAX_VALUE, Long.MIN_VALUE + 1),
                        "-178956970 years -8 mons +2147483647 days -2562047788:00:54.775807"),
                Case.of(KINDS.INTERVAL, Interval.INFINITY, "infinity"),
                Case.of(KINDS.INTERVAL, Interval.MINUS_INFINITY, "-infinity"),
                Case.of(KINDS.UUID, new UUID(-1, -1), "ffffffff-ffff-ffff-ffff-ffffffffffff"),
                Case.incomparable(
                        KINDS.JSON, JSON.valueOf("{\"a\" : 1e400, \"a\":null}"), "{\"a\" : 1e400, \"a\":null}"),
                Case.of(
                        KINDS.JSONB,
                        JSONB.valueOf("{\"a\": 0.10, \"b\": \"\\u00e4?\"}"),
                        "{\"a\": 0.10, \"b\": \"\u00e4?\"}"),
                Case.of(KINDS.JSONB, JSONB.valueOf("null"), "null"),
                Case.of(KINDS.INET, Inet.parse("2001:db8::ffff/64"), "2001:db8::ffff/64"),
                Case.of(KINDS.INET, Inet.parse("::ffff:1.2.3.4"), "::ffff:1.2.3.4/128"),
                Case.of(KINDS.INET, Inet.parse("255.255.255.255"), "255.255.255.255/32"),
                Case.of(KINDS.INET, Inet.parse("0.0.0.0/0"), "0.0.0.0/0"),
                Case.of(KINDS.CIDR, Cidr.parse("::/0"), "::/0"),
                Case.of(KINDS.CIDR, Cidr.parse("10.128.0.0/9"), "10.128.0.0/9"),
                Case.of(KINDS.MACADDR, new MacAddress((1L << 48) - 1), "ff:ff:ff:ff:ff:ff"),
                Case.of(KINDS.MACADDR, MacAddress.parse("08:00:2b:01:02:03"), "08:00:2b:01:02:03"),
                Case.of(KINDS.BIT, new BitString("001"), "001"),
                Case.of(KINDS.VARBIT, new BitString(""), ""),
                Case.of(KINDS.VARBIT, new BitString(long70), long70),
                Case.of(KINDS.RANGE, Range.all(), "(,)"),
                Case.of(KINDS.RANGE, Range.empty(), "empty"),
                Case.of(
                        KINDS.RANGE,
                        Range.closedOpen(Long.MIN_VALUE, Long.MAX_VALUE),
                        "[-9223372036854775808,9223372036854775807)"),
                Case.of(KINDS.INTRANGE, Range.lessThan(Integer.MAX_VALUE), "(,2147483647)"),
                Case.of(
                        KINDS.DATERANGE,
                        Range.closedOpen(LocalDate.MIN, LocalDate.of(12024, 2, 29)),
                        "[-infinity,12024-02-29)"),
                Case.of(
                        KINDS.TSRANGE,
                        Range.openClosed(LocalDateTime.of(-44, 3, 15, 12, 0), LocalDateTime.MAX),
                        "(\"0045-03-15 12:00:00 BC\",infinity]"),
                Case.of(
                        KINDS.TSTZRANGE,
                        Range.closedOpen(instant, OffsetDateTime.MAX),
                        "[\"2024-02-29 23:59:59.999999+00\",infinity)"),
                Case.of(KINDS.MULTIRANGE, Multirange.of(), "{}"),
                Case.of(
                        KINDS.MULTIRANGE,
                        Multirange.of(
                                Range.atMost(new BigDecimal("1.5")),
                                Range.closed(new BigDecimal(2), new BigDecimal(2)),
                                Range.greaterThan(new BigDecimal("1e-40").add(BigDecimal.TEN))),
                        "{(,1.5],[2,2],(10." + "0".repeat(39) + "1,)}"),
                Case.of(
                        KINDS.STAMPMULTI,
                        Multirange.of(Range.closedOpen(OffsetDateTime.MIN, instant)),
                        "{[-infinity,\"2024-02-29 23:59:59.999999+00\")}"),
                Case.incomparable(KINDS.POINT, new Point(1.5, -2), "(1.5,-2)"),
                Case.incomparable(KINDS.POINT, new Point(Double.NEGATIVE_INFINITY, Double.NaN), "(-Infinity,NaN)"),
                Case.incomparable(KINDS.LINE, new Line(1, 0.1, Double.MIN_VALUE), "{1,0.1,5e-324}"),
                Case.incomparable(KINDS.BOX, new Box(new Point(2, 1e300), new Point(-1, 0.1)), "(2,1e+300),(-1,0.1)"),
                Case.incomparable(
                        KINDS.PATH, new Path(List.of(new Point(0, 0), new Point(1, -1)), false), "[(0,0),(1,-1)]"),
                Case.incomparable(KINDS.PATH, new Path(List.of(new Point(0, 0)), true), "((0,0))"),
                Case.incomparable(
                        KINDS.POLYGON,
                        new Polygon(List.of(new Point(0, 0), new Point(1, 0), new Point(0, 1))),
                        "((0,0),(1,0),(0,1))"),
                Case.incomparable(KINDS.CIRCLE, new Circle(new Point(0.5, 0), 1e-7), "<(0.5,0),1e-07>"),
                Case.of(KINDS.OID, 4_294_967_295L, "4294967295"),
                Case.of(KINDS.MOOD, Mood.SAD, "so-so"),
                Case.of(KINDS.SHARE, new BigDecimal("0.1234"), "0.1234"),
                Case.of(KINDS.DAY, LocalDate.MAX, "infinity"),
                Case.of(KINDS.PAIR, new Pair(1, "a,\"b"), "(1,\"a,\"\"b\")"),
                Case.of(KINDS.PAIR, new Pair(null, ""), "(,\"\")"),
                Case.of(KINDS.PAIR, new Pair(-1, "(\\)\n null"), "(-1,\"(\\\\)\n null\")"),
                Case.of(KINDS.NEST, new Nest(null, null, null, null, null), "(,,,,)"),
                Case.of(
                        KINDS.NEST,
                        new Nest(
                                new Pair(7, "x\"y\\"),
                                new Pair[] {new Pair(null, "{},\""), null},
                                Mood.SAD,
                                Range.closedOpen(LocalDate.of(2024, 1, 1), LocalDate.MAX),
                                OffsetDateTime.MIN),
                        "(\"(7,\"\"x\"\"\"\"y\\\\\\\\\"\")\",\"{\"\"(,\\\\\"\"{},\\\\\"\"\\\\\"\"\\\\\"\")\"\",NULL}\",so-so,"
                                + "\"[2024-01-01,infinity)\",-infinity)"),
                Case.of(
                        KINDS.PAIRS,
                        new Pair[] {new Pair(1, "a\"b\\"), null, new Pair(null, null)},
                        "{\"(1,\\\"a\\\"\\\"b\\\\\\\\\\\")\",NULL,\"(,)\"}"),
                Case.of(KINDS.LSN, "FFFFFFFF/FFFFFFFF", "FFFFFFFF/FFFFFFFF"),
                Case.of(KINDS.SMALLS, new Short[] {Short.MIN_VALUE, null}, "{-32768,NULL}"),
                Case.of(
                        KINDS.BIGS,
                        new Long[] {Long.MIN_VALUE, Long.MAX_VALUE},
                        "{-9223372036854775808,9223372036854775807}"),
                Case.of(KINDS.BIGS, new Long[0], "{}"),
                Case.of(KINDS.SINGLES, new Float[] {Float.NaN, 0.1f, null}, "{NaN,0.1,NULL}"),
                Case.of(KINDS.TWICES, new Double[] {Double.NEGATIVE_INFINITY, 0.1, null}, "{-Infinity,0.1,NULL}"),
                Case.of(KINDS.EXACTS, new BigDecimal[] {new BigDecimal("1.50"), null}, "{1.50,NULL}"),
                Case.of(KINDS.FLAGS, new Boolean[] {true, null, false}, "{t,NULL,f}"),
                Case.of(
                        KINDS.STRINGS,
                        new String[] {"", "NULL", null, "a\"b\\c,{}"},
                        "{\"\",\"NULL\",NULL,\"a\\\"b\\\\c,{}\"}"),
                Case.of(KINDS.BYTESES, new byte[][] {{0, -1}, {}}, "{\"\\\\x00ff\",\"\\\\x\"}"),
                Case.of(KINDS.DATES, new LocalDate[] {LocalDate.of(2024, 2, 29), null}, "{2024-02-29,NULL}"),
                Case.of(KINDS.DATES, new LocalDate[] {LocalDate.MAX, LocalDate.MIN}, "{infinity,-infinity}"),
                Case.of(
                        KINDS.DATES,
                        new LocalDate[] {LocalDate.of(-4712, 1, 1), LocalDate.of(12345, 1, 2)},
                        "{\"4713-01-01 BC\",12345-01-02}"),
                Case.of(
                        KINDS.TIMES,
                        new LocalTime[] {LocalTime.of(23, 59, 59, 999_999_000), null},
                        "{23:59:59.999999,NULL}"),
                Case.of(
                        KINDS.STAMPS,
                        new LocalDateTime[] {LocalDateTime.MAX, LocalDateTime.of(2024, 3, 31, 2, 30)},
                        "{infinity,\"2024-03-31 02:30:00\"}"),
                Case.of(
                        KINDS.STAMPTZS,
                        new OffsetDateTime[] {OffsetDateTime.MIN, instant, null},
                        "{-infinity,\"2024-02-29 23:59:59.999999+00\",NULL}"),
                Case.of(KINDS.UUIDS, new UUID[] {new UUID(0, 0), null}, "{00000000-0000-0000-0000-000000000000,NULL}"),
                Case.of(
                        KINDS.JSONBS,
                        new JSONB[] {JSONB.valueOf("{\"a\": [\"\\\"\"]}"), null},
                        "{\"{\\\"a\\\": [\\\"\\\\\\\"\\\"]}\",NULL}"),
                Case.of(KINDS.MOODS, new Mood[] {Mood.SAD, null}, "{so-so,NULL}"),
                Case.of(
                        KINDS.INTERVALS,
                        new Interval[] {new Interval(1, 0, 0), null, Interval.INFINITY},
                        "{\"1 mon\",NULL,infinity}"),
                Case.of(KINDS.RANGES, ranges(), "{\"[1,2)\",empty,NULL}"),
                Case.of(
                        KINDS.INETS,
                        new Inet[] {Inet.parse("::1"), null, Inet.parse("10.0.0.1/8")},
                        "{::1,NULL,10.0.0.1/8}"),
                Case.of(KINDS.BITS, new BitString[] {new BitString("0"), null}, "{0,NULL}"),
                Case.incomparable(
                        KINDS.BOXES,
                        new Box[] {new Box(new Point(1, 1), new Point(0, 0)), null},
                        "{(1,1),(0,0);NULL}"));
    }

    @SuppressWarnings("unchecked") // Java makes no arrays of a type with arguments
    private static Range<Long>[] ranges() {
        return new Range[] {Range.closedOpen(1L, 2L), Range.<Long>empty(), null};
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void aValueGoesInAndComesBack(Case<T> one) throws Exception {
        Create<Kind> create = () -> Assignments.none().with(one.column(), one.value());
        Kind made = db.kinds().create(create);
        String written = db.sql()
                .fetchSingle("SELECT " + one.column().getName() + "::text FROM kinds WHERE id = " + made.id())
                .get(0, String.class);
        assertThat(written).as("what is stored").isEqualTo(one.text());
        Shape<Object[]> shape = Shape.of((T value) -> new Object[] {value}, one.column());
        for (int call = 0;
                call < 3;
                call++) { // the first answers may be text, those of a prepared statement are binary
            @Nullable Object read = db.kinds().findById(made.id(), shape).orElseThrow()[0];
            assertThat(same(read, one.value())).as("%s read as %s", one, read).isTrue();
        }
        if (one.comparable()) {
            assertThat(db.kinds()
                            .where(KINDS.ID.eq(made.id()).and(one.column().eq(one.value())))
                            .count())
                    .as("found by a condition")
                    .isEqualTo(1);
            var prepared = PreparedQuery.of(
                            KINDS,
                            one.column(),
                            (kinds, value) -> kinds.where(one.column().eq(value)))
                    .list(Shape.of((Integer id) -> id, KINDS.ID));
            assertThat(db.run(prepared, one.value()))
                    .as("found by a prepared query")
                    .contains(made.id());
        }
        assertThat(db.kinds().createMany(List.of(create, create)))
                .as("many at a time")
                .isEqualTo(2);
        assertThat(db.sql()
                        .fetch("SELECT " + one.column().getName() + "::text FROM kinds ORDER BY id DESC LIMIT 2")
                        .getValues(0, String.class))
                .as("what is stored of many")
                .containsExactly(one.text(), one.text());
    }

    private static boolean same(@Nullable Object read, Object value) {
        if (read instanceof Object[] left && value instanceof Object[] right) {
            return Arrays.deepEquals(left, right);
        }
        if (read instanceof byte[] left && value instanceof byte[] right) {
            return Arrays.equals(left, right);
        }
        if (read instanceof Nest left && value instanceof Nest right) {
            return Arrays.equals(left.pairs(), right.pairs())
                    && new Nest(left.inner(), null, left.mood(), left.days(), left.untilThen())
                            .equals(new Nest(right.inner(), null, right.mood(), right.days(), right.untilThen()));
        }
        if (read instanceof OffsetDateTime left && value instanceof OffsetDateTime right) {
            return left.equals(right);
        }
        return value.equals(read);
    }

    @Test
    void nullComesBackOfEachColumn() {
        Create<Kind> create = Assignments::none;
        Kind made = db.kinds().create(create);
        for (int i = 1; i < KINDS.model().columns().size(); i++) {
            TableField<?, ?> column = KINDS.model().columns().get(i);
            assertThat(db.kinds()
                            .where(KINDS.ID.eq(made.id()).and(column.isNull()))
                            .count())
                    .as(column.getName())
                    .isEqualTo(1);
        }
        assertThat(List.of(made))
                .usingRecursiveComparison()
                .isEqualTo(db.kinds().where(KINDS.ID.eq(made.id())).fetch());
    }
}
