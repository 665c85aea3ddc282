package scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static scenario.db.Tables.EVERYTHINGS;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.Shape;
import io.pgorm.client.type.BitString;
import io.pgorm.client.type.Cidr;
import io.pgorm.client.type.Inet;
import io.pgorm.client.type.Interval;
import io.pgorm.client.type.MacAddress;
import io.pgorm.client.type.Multirange;
import io.pgorm.client.type.Path;
import io.pgorm.client.type.Point;
import io.pgorm.client.type.Range;
import io.pgorm.it.generate.Scenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.XML;
import scenario.db.Db;
import scenario.db.Everything;
import scenario.db.EverythingCreate;
import scenario.db.EverythingUpdate;
import scenario.db.Mood;

/** A value of every type goes in, comes back, and is found again. */
public final class Types implements Scenario {

    private static final Interval INTERVAL = new Interval(1, 2, 11_045_000_000L);
    private static final OffsetDateTime NOW = OffsetDateTime.of(2026, 2, 28, 23, 59, 59, 123456000, ZoneOffset.UTC);

    @Override
    public void run(ConnectionOptions options) {
        try (Db db = Db.open(options)) {
            Everything made = db.everythings().create(row());
            check(made);
            Everything read = db.everythings().findById(made.id()).orElseThrow();
            check(read);
            assertThat(read).usingRecursiveComparison().isEqualTo(made);
            Everything changed = db.everythings()
                    .byId(made.id())
                    .update(EverythingUpdate.none(Inet.parse("10.0.0.1")).nothing(new Integer[] {1, null}).mood(Mood.GLAD))
                    .orElseThrow();
            assertThat(changed.none()).isEqualTo(Inet.parse("10.0.0.1"));
            assertThat(changed.nothing()).containsExactly(1, null);
            find(db);
            viaJooq(db, made);
        }
    }

    private static EverythingCreate row() {
        return EverythingCreate.small((short) -3)
                .whole(7)
                .big(Long.MAX_VALUE)
                .single(1.5f)
                .twice(0.1)
                .exact(new BigDecimal("12345.6789"))
                .integral(new BigDecimal("1234567890"))
                .money("$1,234.50")
                .flag(true)
                .string("it's")
                .varchar("v")
                .padded("ab")
                .citext("CiText")
                .bytes(new byte[] {0, 1, -1})
                .date(LocalDate.of(2024, 2, 29))
                .time(LocalTime.of(23, 59, 59, 1000))
                .timetz(OffsetTime.of(1, 2, 3, 0, ZoneOffset.ofHours(-5)))
                .stamp(LocalDateTime.of(1999, 12, 31, 23, 59))
                .stamptz(NOW.withOffsetSameInstant(ZoneOffset.ofHours(5)))
                .interval(INTERVAL)
                .json(JSON.valueOf("{\"a\": [1, null]}"))
                .jsonb(JSONB.valueOf("{\"a\": 1.10}"))
                .xml(XML.valueOf("<a>b</a>"))
                .inet(Inet.parse("192.168.0.1/24"))
                .cidr(Cidr.parse("10.0.0.0/8"))
                .macaddr(MacAddress.parse("08:00:2b:01:02:03"))
                .bit(new BitString("101"))
                .varbit(new BitString("10"))
                .tsvector("'cat':1")
                .tsquery("'cat' & 'dog'")
                .range(Range.closedOpen(1, 5))
                .tstzrange(Range.empty())
                .multirange(Multirange.of(Range.closedOpen(BigDecimal.ONE, BigDecimal.TEN)))
                .point(new Point(1, 2))
                .path(new Path(List.of(new Point(0, 0), new Point(1, 1)), true))
                .oid(42L)
                .hstore("\"a\"=>\"b\"")
                .ltree("top.below")
                .mood(Mood.SAD)
                .raw("16/B374D848")
                .ints(new Integer[] {1, 2, null})
                .strings(new String[] {"a,b", "\"q\"", null, ""})
                .uuids(new UUID[] {new UUID(1, 2)})
                .moods(new Mood[] {Mood.SAD, Mood.GLAD})
                .inets(new Inet[] {Inet.parse("1.2.3.4"), null})
                .stamps(new OffsetDateTime[] {NOW});
    }

    private static void check(Everything row) {
        assertThat(row.small()).isEqualTo((short) -3);
        assertThat(row.big()).isEqualTo(Long.MAX_VALUE);
        assertThat(row.exact()).isEqualByComparingTo("12345.6789");
        assertThat(row.integral()).isEqualByComparingTo("1234567890");
        assertThat(row.money()).isEqualTo("$1,234.50");
        assertThat(row.padded()).isEqualTo("ab ");
        assertThat(row.citext()).isEqualTo("CiText");
        assertThat(row.bytes()).containsExactly(0, 1, -1);
        assertThat(row.time()).isEqualTo(LocalTime.of(23, 59, 59, 1000));
        assertThat(row.timetz()).isEqualTo(OffsetTime.of(1, 2, 3, 0, ZoneOffset.ofHours(-5)));
        assertThat(row.stamp()).isEqualTo(LocalDateTime.of(1999, 12, 31, 23, 59));
        assertThat(row.stamptz()).isEqualTo(NOW);
        assertThat(row.interval()).isEqualTo(INTERVAL);
        assertThat(row.json().data()).isEqualTo("{\"a\": [1, null]}");
        assertThat(row.jsonb().data()).isEqualTo("{\"a\": 1.10}");
        assertThat(row.xml().data()).isEqualTo("<a>b</a>");
        assertThat(row.inet()).isEqualTo(Inet.parse("192.168.0.1/24"));
        assertThat(row.bit()).isEqualTo(new BitString("101"));
        assertThat(row.range()).isEqualTo(Range.closedOpen(1, 5));
        assertThat(row.hstore()).isEqualTo("\"a\"=>\"b\"");
        assertThat(row.mood()).isEqualTo(Mood.SAD);
        assertThat(row.ints()).containsExactly(1, 2, null);
        assertThat(row.strings()).containsExactly("a,b", "\"q\"", null, "");
        assertThat(row.uuids()).containsExactly(new UUID(1, 2));
        assertThat(row.moods()).containsExactly(Mood.SAD, Mood.GLAD);
        assertThat(row.inets()).containsExactly(Inet.parse("1.2.3.4"), null);
        assertThat(row.stamps()).containsExactly(NOW);
    }

    private static void find(Db db) {
        List<org.jooq.Condition> conditions = List.of(
                EVERYTHINGS.SMALL.eq((short) -3),
                EVERYTHINGS.EXACT.eq(new BigDecimal("12345.67890")),
                EVERYTHINGS.CITEXT.eq("cITEXT"),
                EVERYTHINGS.BYTES.eq(new byte[] {0, 1, -1}),
                EVERYTHINGS.DATE.eq(LocalDate.of(2024, 2, 29)),
                EVERYTHINGS.TIMETZ.eq(OffsetTime.of(1, 2, 3, 0, ZoneOffset.ofHours(-5))),
                EVERYTHINGS.STAMPTZ.eq(NOW),
                EVERYTHINGS.JSONB.eq(JSONB.valueOf("{\"a\":1.1}")),
                EVERYTHINGS.INET.eq(Inet.parse("192.168.0.1/24")),
                EVERYTHINGS.RANGE.eq(Range.closed(1, 4)),
                EVERYTHINGS.MOOD.in(Mood.GLAD),
                EVERYTHINGS.INTS.eq(new Integer[] {1, 2, null}),
                EVERYTHINGS.MOODS.contains(new Mood[] {Mood.GLAD}),
                EVERYTHINGS.INETS.eq(new Inet[] {Inet.parse("1.2.3.4"), null}),
                EVERYTHINGS.INTERVAL.eq(INTERVAL));
        for (org.jooq.Condition condition : conditions) {
            assertThat(db.everythings().where(condition).count()).as("%s", condition).isEqualTo(1);
        }
    }

    /** What the client reads by index and what jOOQ reads by itself are the same values. */
    private static void viaJooq(Db db, Everything made) {
        Everything read = db.sql().select(EVERYTHINGS.row()).from(EVERYTHINGS).fetchSingle().value1();
        assertThat(read.id()).isEqualTo(made.id());
        var record = db.sql().selectFrom(EVERYTHINGS).fetchSingle();
        assertThat(record.getInet()).isEqualTo(Inet.parse("192.168.0.1/24"));
        assertThat(record.getStrings()).containsExactly("a,b", "\"q\"", null, "");
        assertThat(record.getMood()).isEqualTo(Mood.GLAD);
        assertThat(db.everythings().fetch(Shape.of((Inet inet) -> inet, EVERYTHINGS.INET))).hasSize(1);
    }
}
