package io.pgorm.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.Create;
import io.pgorm.client.ModelClient;
import io.pgorm.client.type.BitString;
import io.pgorm.client.type.Cidr;
import io.pgorm.client.type.Inet;
import io.pgorm.client.type.Interval;
import io.pgorm.client.type.MacAddress;
import io.pgorm.client.type.Multirange;
import io.pgorm.client.type.Path;
import io.pgorm.client.type.Point;
import io.pgorm.client.type.Range;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchServer;
import io.pgorm.it.every.BinaryCreate;
import io.pgorm.it.every.Db;
import io.pgorm.it.every.EverythingCreate;
import io.pgorm.it.every.Mood;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.XML;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every type arrives the same, whether a row is created by itself, among few as arrays, or among many by COPY. */
class BulkTypesTest {

    private static final List<String> SENT = new ArrayList<>();

    private static ScratchServer server;
    private static ScratchDatabase database;
    private static Db db;

    @BeforeAll
    static void open() throws Exception {
        server = ScratchServer.start();
        database = server.create();
        try (InputStream in = Objects.requireNonNull(BulkTypesTest.class.getResourceAsStream("/every.sql"))) {
            ask(new String(in.readAllBytes(), StandardCharsets.UTF_8) + "; SELECT ''");
        }
        db = Db.open(ConnectionOptions.of(database.jdbcUrl(), database.user(), database.password())
                .withStatementListener(SENT::add));
    }

    @AfterAll
    static void close() {
        db.close();
        database.close();
        server.close();
    }

    private static String ask(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        }
    }

    private static EverythingCreate.Values everything(int id) {
        EverythingCreate.Values row = EverythingCreate.id(id);
        return switch (id % 3) {
            case 0 -> row;
            case 1 ->
                row.money("12.34")
                        .padded("a")
                        .percent(50)
                        .citext("CiText")
                        .interval(new Interval(1, 2, 11_045_678_901L))
                        .xml(XML.xml("<a>ü</a>"))
                        .inet(Inet.parse("10.0.0.1/8"))
                        .cidr(Cidr.parse("10.0.0.0/8"))
                        .macaddr(MacAddress.parse("08:00:2b:01:02:03"))
                        .bit(new BitString("101"))
                        .varbit(new BitString("10101"))
                        .tsvector("'cat':1 'dog':2")
                        .tsquery("'cat' & 'dog'")
                        .range(Range.closedOpen(1, 5))
                        .tstzrange(Range.closedOpen(
                                OffsetDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), OffsetDateTime.MAX))
                        .multirange(Multirange.of(
                                Range.closed(new BigDecimal(1), new BigDecimal(2)),
                                Range.closedOpen(new BigDecimal(5), new BigDecimal(7))))
                        .point(new Point(1.5, -2))
                        .path(new Path(List.of(new Point(0, 0), new Point(1, 1)), true))
                        .hstore("\"a\"=>\"1\", \"b\"=>NULL")
                        .ltree("top.middle.end")
                        .raw("16/B374D848")
                        .moods(new Mood[] {Mood.GLAD, null, Mood.SAD})
                        .inets(new Inet[] {Inet.parse("10.0.0.1"), null})
                        .strings(new String[] {"a,b", "\"quoted\" \\", null, "NULL", "", "{}", "tab\tline\n"})
                        .stamp(LocalDateTime.of(-44, 3, 15, 12, 0))
                        .stamptz(OffsetDateTime.of(2024, 2, 29, 23, 59, 59, 999_999_000, ZoneOffset.ofHours(-5)))
                        .bytes(new byte[] {0, -1, 127, '\\', '\n'});
            default ->
                row.citext("tab\tline\nback\\slash \\N")
                        .xml(XML.xml("text"))
                        .strings(new String[0])
                        .moods(new Mood[0])
                        .stamp(LocalDateTime.of(12024, 1, 1, 0, 0, 0, 1000))
                        .bytes(new byte[0]);
        };
    }

    private static BinaryCreate.Values binary(int id) {
        BinaryCreate.Values row = BinaryCreate.id(id);
        return switch (id % 4) {
            case 0 -> row;
            case 1 ->
                row.small((short) -5)
                        .whole(Integer.MIN_VALUE)
                        .big(Long.MAX_VALUE)
                        .single(1.1f)
                        .twice(-0.1)
                        .exact(new BigDecimal("1234567890123456.7891"))
                        .free(new BigDecimal("0.000000000000000000012300"))
                        .flag(true)
                        .string("ünïcödé 漢字 🎬 \t\n\\")
                        .varchar("varchar")
                        .padded("ab")
                        .citext("CiText")
                        .percent(100)
                        .bytes(new byte[] {0, -1, 127})
                        .uuid(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"))
                        .date(LocalDate.of(2024, 2, 29))
                        .time(LocalTime.of(23, 59, 59, 123_456_000))
                        .timetz(OffsetTime.of(1, 2, 3, 4000, ZoneOffset.ofHoursMinutes(-3, -30)))
                        .stamp(LocalDateTime.of(1999, 12, 31, 23, 59, 59, 999_999_000))
                        .stamptz(OffsetDateTime.of(2024, 6, 1, 12, 0, 0, 1000, ZoneOffset.ofHours(9)))
                        .json(JSON.json("{\"b\": 1,  \"a\": \"ü\"}"))
                        .jsonb(JSONB.jsonb("{\"b\": 1,  \"a\": \"ü\"}"))
                        .mood(Mood.SAD)
                        .ints(new Integer[] {1, null, -3})
                        .strings(new String[] {"a", null, "", "NULL", "{\"x\"}"})
                        .uuids(new UUID[] {new UUID(1, 2)})
                        .stamps(new OffsetDateTime[] {OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)})
                        .numbers(new BigDecimal[] {new BigDecimal("1.50"), null});
            case 2 ->
                row.single(Float.NaN)
                        .twice(Double.NEGATIVE_INFINITY)
                        .exact(BigDecimal.ZERO)
                        .free(new BigDecimal("1E+30"))
                        .flag(false)
                        .string("")
                        .date(LocalDate.of(-44, 3, 15))
                        .time(LocalTime.MIDNIGHT)
                        .stamp(LocalDateTime.of(-44, 3, 15, 1, 2, 3))
                        .ints(new Integer[0])
                        .strings(new String[0])
                        .numbers(new BigDecimal[0])
                        .bytes(new byte[0]);
            default ->
                row.free(new BigDecimal("-99990000.0001"))
                        .exact(new BigDecimal("-0.5"))
                        .time(LocalTime.of(1, 2, 3, 456_789_500))
                        .date(LocalDate.of(12024, 1, 1))
                        .stamptz(OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 500, ZoneOffset.UTC))
                        .jsonb(JSONB.jsonb("null"));
        };
    }

    private static <M> void same(
            String table, ModelClient<M> client, java.util.function.IntFunction<? extends Create<M>> row, String format)
            throws SQLException {
        String all =
                "SELECT string_agg(t::text, E'\\n' ORDER BY id) FROM (SELECT * FROM " + table + " WHERE id <= 24) t";
        IntStream.rangeClosed(1, 24).forEach(id -> client.create(row.apply(id)));
        String created = ask(all);
        client.all().delete();
        assertThat(client.createMany(
                        IntStream.rangeClosed(1, 24).mapToObj(row::apply).toList()))
                .isEqualTo(24);
        assertThat(ask(all)).isEqualTo(created);
        client.all().delete();
        SENT.clear();
        // Those with all fields come first: COPY is by the fields of most rows.
        List<Create<M>> many = new ArrayList<>();
        IntStream.rangeClosed(1, 6000).filter(id -> id % 12 == 1).forEach(id -> many.add(row.apply(id)));
        IntStream.rangeClosed(1, 6000).filter(id -> id % 12 != 1).forEach(id -> many.add(row.apply(id)));
        assertThat(client.createMany(many)).isEqualTo(6000);
        assertThat(SENT).anyMatch(sql -> sql.startsWith("copy ") && sql.endsWith("(format " + format + ")"));
        assertThat(ask(all)).isEqualTo(created);
        assertThat(ask("SELECT count(DISTINCT md5((to_jsonb(t) - 'id')::text)) <= 4 FROM " + table + " t"))
                .isEqualTo("t");
        client.all().delete();
    }

    @Test
    void typesWhoseBinaryFormatIsKnown() throws Exception {
        same("binaries", db.binaries(), BulkTypesTest::binary, "binary");
    }

    @Test
    void allOtherTypes() throws Exception {
        same("everythings", db.everythings(), BulkTypesTest::everything, "text");
    }
}
