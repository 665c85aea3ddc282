package io.pgorm.examples.telemetry;

import static io.pgorm.examples.telemetry.db.Tables.ALARMS;
import static io.pgorm.examples.telemetry.db.Tables.DAYS;
import static io.pgorm.examples.telemetry.db.Tables.READINGS;
import static io.pgorm.examples.telemetry.db.Tables.SENSORS;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.Query;
import io.pgorm.client.Shape;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.database.ScratchServer;
import io.pgorm.examples.telemetry.db.Alarm;
import io.pgorm.examples.telemetry.db.AlarmCreate;
import io.pgorm.examples.telemetry.db.Db;
import io.pgorm.examples.telemetry.db.Reading;
import io.pgorm.examples.telemetry.db.ReadingCreate;
import io.pgorm.examples.telemetry.db.Sensor;
import io.pgorm.examples.telemetry.db.SensorCreate;
import io.pgorm.features.notify.Event;
import io.pgorm.features.notify.Events;
import io.pgorm.features.notify.Listener;
import io.pgorm.features.notify.NotificationChannel;
import io.pgorm.features.notify.TableEvent;
import io.pgorm.features.partition.Partitions;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Fills a store of measurements, keeps it, asks it, and hears of what is too warm. */
public final class Telemetry {

    /** What an operator sees of an alarm. */
    record AlarmCard(
            @Nullable String place,
            double celsius,
            @Nullable Double warnAbove) {}

    /** The warmest a sensor has measured. */
    record Peak(int sensor, double celsius) {}

    private static final Shape<AlarmCard> CARD = Shape.of(
            AlarmCard::new,
            ALARMS.SENSOR.as((String place) -> place, SENSORS.PLACE),
            ALARMS.CELSIUS,
            ALARMS.SENSOR.as((Double limit) -> limit, SENSORS.WARN_ABOVE));

    private static final NotificationChannel<TableEvent> ALARM_EVENTS = NotificationChannel.tableEvents("alarms");

    /** Clocks that stand still, so that every run prints the same; an application takes Clock.systemUTC(). */
    private static final Clock MARCH = Clock.fixed(Instant.parse("2026-03-15T12:00:00Z"), ZoneOffset.UTC);

    private static final Clock APRIL = Clock.fixed(Instant.parse("2026-04-01T00:00:00Z"), ZoneOffset.UTC);

    private final PrintStream out;

    private Telemetry(PrintStream out) {
        this.out = out;
    }

    /** Runs on the embedded PostgreSQL. */
    public static void main(String[] arguments) throws Exception {
        new Telemetry(System.out).run();
    }

    private void run() throws Exception {
        ScratchOptions embedded = ScratchOptions.standard().withProvider(ScratchProvider.EMBEDDED);
        try (ScratchServer server = ScratchServer.start(embedded);
                ScratchDatabase database = server.create()) {
            execute(database, "/schema.sql");
            execute(database, "/roles.sql");
            ConnectionOptions owner = ConnectionOptions.of(database.jdbcUrl(), database.user(), database.password());
            ConnectionOptions application =
                    ConnectionOptions.of(database.jdbcUrl(), "telemetry_app", "for this example only");
            try (Db ownerDb = Db.open(owner);
                    Db db = Db.open(application);
                    Listener listener = Listener.open(application)) {
                use(db, ownerDb, listener);
            }
        }
    }

    private void use(Db db, Db owner, Listener listener) throws InterruptedException {
        Upkeep upkeep = new Upkeep(owner, MARCH);

        step("partitions are there before their rows are");
        out.println("   made " + upkeep.keepPartitionsAhead() + ", made again " + upkeep.keepPartitionsAhead());
        out.println("   " + upkeep.partitions());

        step("a bulk load: what two sensors measured since January, every ten minutes, by COPY");
        Sensor roof = db.sensors().create(SensorCreate.id(1).place("roof").warnAbove(40.0));
        Sensor cellar = db.sensors().create(SensorCreate.id(2).place("cellar").warnAbove(18.0));
        long loaded = db.readings().createMany(Stream.of(roof, cellar).flatMap(Telemetry::measured));
        out.println("   " + loaded + " readings");

        step("a question about a time reads the partitions of that time");
        OffsetDateTime now = OffsetDateTime.now(MARCH);
        Query<Reading> lastDay =
                db.readings().where(READINGS.AT.ge(now.minusDays(1)).and(READINGS.AT.lt(now)));
        out.println("   " + lastDay.count() + " readings of the last day, which "
                + Partitions.of(db, READINGS).plan(lastDay));
        lastDay.groupBy(READINGS.SENSOR_ID)
                .orderBy(READINGS.SENSOR_ID)
                .fetch(Shape.of(Peak::new, READINGS.SENSOR_ID, DSL.max(READINGS.CELSIUS)))
                .forEach(peak -> out.println("   " + peak));

        step("a materialized view: a row for each day, filled by one of those who ask");
        out.println("   refreshed " + upkeep.refreshDays() + ", and at once again " + upkeep.refreshDays());
        Duration age = upkeep.ageOfDays().orElseThrow();
        out.println("   younger than a minute " + (age.compareTo(Duration.ofMinutes(1)) < 0));
        db.days()
                .where(DAYS.DAY.ge(now.toLocalDate().minusDays(1)))
                .orderBy(DAYS.PLACE, DAYS.DAY)
                .fetch()
                .forEach(day -> out.println("   " + day));

        step("live events: whoever listens hears of an alarm when its transaction commits");
        try (Events<TableEvent> events = listener.events(ALARM_EVENTS)) {
            Thread gateway = Thread.ofVirtual().start(() -> {
                for (int minute = 0; minute < 6; minute++) {
                    arrive(db, roof, now.plusMinutes(minute), 35 + 1.5 * minute);
                }
            });
            show(db, events.next(Duration.ofSeconds(30)).orElseThrow());
            show(db, events.next(Duration.ofSeconds(30)).orElseThrow());
            gateway.join();
        }

        step("retention: in April the oldest month goes at once, with its rows");
        Upkeep later = new Upkeep(owner, APRIL);
        out.println("   before: " + db.readings().count() + " readings");
        out.println("   made " + later.keepPartitionsAhead() + ", dropped " + later.dropOldPartitions());
        out.println("   after: " + db.readings().count() + " readings in " + later.partitions());
    }

    /** What a sensor measured until now: the roof follows the sun. */
    private static Stream<ReadingCreate> measured(Sensor sensor) {
        OffsetDateTime begin = OffsetDateTime.parse("2026-01-01T00:00:00Z");
        OffsetDateTime end = OffsetDateTime.now(MARCH);
        double swing = sensor.place().equals("roof") ? 2 : 0.25;
        return Stream.iterate(begin, at -> at.isBefore(end), at -> at.plusMinutes(10))
                .map(at -> ReadingCreate.at(at)
                        .celsius(12 + swing * (12 - Math.abs(at.getHour() - 14)))
                        .sensorId(sensor.id()));
    }

    /** A reading and, where it is too warm, its alarm: both or neither. */
    private static void arrive(Db db, Sensor sensor, OffsetDateTime at, double celsius) {
        db.transaction(tx -> {
            tx.readings().create(ReadingCreate.at(at).celsius(celsius).sensorId(sensor.id()));
            if (celsius > sensor.warnAbove()) {
                tx.alarms().create(AlarmCreate.at(at).celsius(celsius).sensorId(sensor.id()));
            }
        });
    }

    /** An event says which row it is about; where some may have been missed, the table knows them all. */
    private void show(Db db, Event<TableEvent> event) {
        Query<Alarm> alarms = switch (event) {
            case Event.Message<TableEvent> message ->
                db.alarms().where(ALARMS.ID.eq(message.value().number("id")));
            case Event.Gap<TableEvent> gap -> db.alarms().orderBy(ALARMS.ID);
        };
        alarms.fetch(CARD).forEach(card -> out.println("   " + card));
    }

    private void step(String what) {
        out.println("-- " + what);
    }

    private static void execute(ScratchDatabase database, String resource) throws SQLException, IOException {
        try (InputStream in = Objects.requireNonNull(Telemetry.class.getResourceAsStream(resource), resource);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
