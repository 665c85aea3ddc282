package scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static scenario.db.Tables.READINGS;
import static scenario.db.Tables.SHIFTS;
import static scenario.db.Tables.TICKS;
import static scenario.db.Tables.VISITS;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.Shape;
import io.pgorm.client.error.LockTimeout;
import io.pgorm.features.timescale.Chunk;
import io.pgorm.features.timescale.CommunityEditionRequired;
import io.pgorm.features.timescale.Edition;
import io.pgorm.features.timescale.Hypertable;
import io.pgorm.features.timescale.HypertableFacts;
import io.pgorm.features.timescale.TimeBucket;
import io.pgorm.it.generate.Scenario;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jooq.Field;
import org.jooq.impl.DSL;
import scenario.db.Db;
import scenario.db.NoteCreate;
import scenario.db.ReadingCreate;
import scenario.db.SensorCreate;
import scenario.db.ShiftCreate;
import scenario.db.TickCreate;
import scenario.db.VisitCreate;

/** Hypertables: buckets, the first and the last, chunks that are looked at and dropped, and what only one edition can. */
public final class Timescale implements Scenario {

    record Daily(OffsetDateTime day, int sensor, double opened, double closed, long readings) {}

    record Window(Object begin, long rows) {}

    private static final OffsetDateTime START = day(1);

    private static OffsetDateTime day(int day) {
        return OffsetDateTime.of(2026, 1, day, 0, 0, 0, 0, ZoneOffset.UTC);
    }

    @Override
    public void run(ConnectionOptions options) throws Exception {
        List<String> sent = new ArrayList<>();
        try (Db db = Db.open(options.withStatementListener(sent::add))) {
            db.sensors().create(SensorCreate.id(0).place("roof"));
            db.sensors().create(SensorCreate.id(1).place("cellar"));
            // every hour of four weeks, of two sensors
            db.readings()
                    .createMany(LongStream.range(0, 28 * 24 * 2)
                            .mapToObj(i -> ReadingCreate.at(START.plusHours(i / 2))
                                    .value(i)
                                    .sensor((int) (i % 2))));
            buckets(db);
            otherTimes(db);
            wrongWidths();
            editions(db, sent);
            chunks(db);
        }
    }

    private static void buckets(Db db) {
        Field<OffsetDateTime> day = READINGS.AT.bucket(Duration.ofDays(1));
        List<Daily> days = db.readings()
                .where(READINGS.SENSOR.eq(1).and(READINGS.AT.lt(day(3))))
                .groupBy(day, READINGS.SENSOR)
                .orderBy(day)
                .fetch(Shape.of(
                        Daily::new,
                        day,
                        READINGS.SENSOR,
                        READINGS.AT.first(READINGS.VALUE),
                        READINGS.AT.last(READINGS.VALUE),
                        DSL.count().cast(Long.class)));
        assertThat(days).containsExactly(new Daily(day(1), 1, 1, 47, 24), new Daily(day(2), 1, 49, 95, 24));

        // half past five in India is midnight of UTC
        Field<OffsetDateTime> inIndia = READINGS.AT.bucket(Duration.ofDays(1), ZoneId.of("Asia/Kolkata"));
        assertThat(db.readings().where(READINGS.SENSOR.eq(1)).groupBy(inIndia).orderBy(inIndia).fetch(windows(inIndia)))
                .startsWith(new Window(OffsetDateTime.parse("2025-12-31T18:30Z"), 19L));
        Field<OffsetDateTime> month = READINGS.AT.bucket(Period.ofMonths(1));
        assertThat(db.readings().groupBy(month).fetch(windows(month))).containsExactly(new Window(START, 28 * 48L));
        Field<OffsetDateTime> week = READINGS.AT.bucket(Period.ofWeeks(1), ZoneOffset.UTC);
        assertThat(db.readings().groupBy(week).orderBy(week).fetch(windows(week)))
                .startsWith(new Window(OffsetDateTime.parse("2025-12-29T00:00Z"), 4 * 48L));
        Field<OffsetDateTime> fine = TimeBucket.of(READINGS.AT, Duration.ofMinutes(90));
        assertThat(db.readings().where(fine.eq(START.plusMinutes(90))).count()).isEqualTo(2);
    }

    private static <T> Shape<Window> windows(Field<T> begin) {
        return Shape.of((T at, Long rows) -> new Window(at, rows), begin, DSL.count().cast(Long.class));
    }

    private static void otherTimes(Db db) {
        db.shifts().create(ShiftCreate.begins(LocalDateTime.of(2026, 1, 5, 22, 15)).people(3));
        Field<LocalDateTime> hour = SHIFTS.BEGINS.bucket(Duration.ofHours(6));
        assertThat(db.shifts().groupBy(hour).fetch(windows(hour)))
                .containsExactly(new Window(LocalDateTime.of(2026, 1, 5, 18, 0), 1));
        Hypertable<Db, LocalDateTime> shifts = Hypertable.of(db, SHIFTS.BEGINS);
        assertThat(shifts.chunks())
                .singleElement()
                .satisfies(chunk -> assertThat(chunk.from()).isBefore(LocalDateTime.of(2026, 1, 5, 22, 15)));
        db.notes().create(NoteCreate.text("late").begins(LocalDateTime.of(2026, 1, 5, 22, 15)));
        assertThatThrownBy(() -> shifts.dropBefore(LocalDateTime.of(2027, 1, 1, 0, 0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("foreign keys of [notes] point to shifts");

        db.visits().create(VisitCreate.day(LocalDate.of(2026, 1, 8)).count(5));
        Field<LocalDate> week = VISITS.DAY.bucket(Period.ofDays(7));
        assertThat(db.visits().groupBy(week).fetch(windows(week)))
                .containsExactly(new Window(LocalDate.of(2026, 1, 5), 1));
        assertThat(Hypertable.of(db, VISITS.DAY).chunks())
                .extracting(Chunk::from)
                .containsExactly(LocalDate.of(2026, 1, 8));

        db.ticks().create(TickCreate.n(7L).price(BigDecimal.ONE));
        db.ticks().create(TickCreate.n(117L).price(BigDecimal.TEN));
        Field<Long> ten = TICKS.N.bucket(10);
        assertThat(db.ticks().groupBy(ten).orderBy(ten).fetch(windows(ten)))
                .containsExactly(new Window(0L, 1), new Window(110L, 1));
        Hypertable<Db, Long> ticks = Hypertable.of(db, TICKS.N);
        assertThat(ticks.chunks()).extracting(Chunk::to).containsExactly(100L, 200L);
        assertThat(ticks.dropBefore(150L)).hasSize(1);
        assertThat(db.ticks().count()).isEqualTo(1);
        assertThatThrownBy(() -> ticks.chunkLength(Duration.ofDays(1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static void wrongWidths() {
        assertThatThrownBy(() -> READINGS.AT.bucket(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> READINGS.AT.bucket(Period.of(0, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no buckets of months and days together");
        assertThatThrownBy(() -> VISITS.DAY.bucket(Duration.ofHours(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("buckets of a date are whole days, not PT5H");
        assertThatThrownBy(() -> TICKS.N.bucket(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void chunks(Db db) {
        Hypertable<Db, OffsetDateTime> readings = Hypertable.of(db, READINGS.AT);
        List<Chunk<OffsetDateTime>> chunks = readings.chunks();
        assertThat(chunks).extracting(Chunk::from).containsExactly(day(1), day(8), day(15), day(22));
        assertThat(chunks).allSatisfy(chunk -> {
            assertThat(chunk.to()).isEqualTo(chunk.from().plusDays(7));
            assertThat(chunk.bytes()).isPositive();
            assertThat(chunk.compressed()).isFalse();
        });
        HypertableFacts facts = readings.facts();
        assertThat(facts.timeColumn()).isEqualTo("at");
        assertThat(facts.chunkLength()).isEqualTo("7 days");
        assertThat(facts.chunks()).isEqualTo(4);
        assertThat(facts.bytes()).isPositive();

        // a chunk that the time lies in stays whole
        assertThat(readings.chunksBefore(day(10))).containsExactly(chunks.get(0).name());
        db.transaction(reader -> {
            assertThat(reader.readings().count()).isEqualTo(28 * 48);
            assertThatThrownBy(() -> readings.dropBefore(day(10))).isInstanceOf(LockTimeout.class);
        });
        assertThat(readings.dropBefore(day(10))).containsExactly(chunks.get(0).name());
        assertThat(db.readings().count()).isEqualTo(21 * 48);

        readings.chunkLength(Duration.ofDays(1));
        assertThat(readings.facts().chunkLength()).isEqualTo("1 day");
        readings.chunkLength(Duration.ofDays(7));
    }

    private static void editions(Db db, List<String> sent) {
        if (Edition.of(db) == Edition.COMMUNITY) {
            System.out.println("SKIPPED (Community edition): what the Apache edition of TimescaleDB refuses");
            return;
        }
        Hypertable<Db, OffsetDateTime> readings = Hypertable.of(db, READINGS.AT);
        sent.clear();
        assertThatThrownBy(() -> readings.compressBefore(day(20)))
                .isInstanceOf(CommunityEditionRequired.class)
                .hasMessageStartingWith("compressing chunks of readings needs TimescaleDB's Community edition");
        assertThatThrownBy(() -> readings.refresh(DSL.table("per_day"), day(1), day(2)))
                .isInstanceOf(CommunityEditionRequired.class)
                .hasMessageStartingWith("the continuous aggregate per_day needs");
        assertThat(sent).isNotEmpty().allMatch(sql -> sql.contains("timescaledb.license"));
        db.transaction(tx -> assertThatThrownBy(
                        () -> Hypertable.of(tx, READINGS.AT).refresh(DSL.table("per_day"), day(1), day(2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside of transactions"));
    }
}
