package io.pgorm.it.client;

import static io.pgorm.it.clinic.Tables.BOOKINGS;
import static io.pgorm.it.clinic.Tables.ROOMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.error.DeadlockDetected;
import io.pgorm.client.error.ExclusionViolation;
import io.pgorm.client.type.Range;
import io.pgorm.client.type.Ranges;
import io.pgorm.database.ScratchServer;
import io.pgorm.it.clinic.Booking;
import io.pgorm.it.clinic.BookingCreate;
import io.pgorm.it.clinic.BookingUpdate;
import io.pgorm.it.clinic.Db;
import io.pgorm.it.clinic.Room;
import io.pgorm.it.clinic.Session;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A room that is taken once at a time: the database sees to it, whoever books, and however many at once. */
class BookingTest {

    private static FeatureServer server;
    private static Db db;
    private static Db ann;
    private static Db bo;

    @BeforeAll
    static void open() throws Exception {
        server = new FeatureServer(ScratchServer.start(), "/clinic.sql");
        server.execute("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO pgorm_it_app;"
                + "INSERT INTO rooms (name) VALUES ('Theatre'), ('Ward')");
        db = Db.open(server.options());
        ann = db.as(Session.uid(1));
        bo = db.as(Session.uid(2));
    }

    @AfterAll
    static void close() {
        db.close();
        server.close();
    }

    @BeforeEach
    void empty() throws Exception {
        server.execute("TRUNCATE bookings RESTART IDENTITY");
    }

    private static OffsetDateTime at(int hour) {
        return OffsetDateTime.of(2027, 3, 1, hour, 0, 0, 0, ZoneOffset.UTC);
    }

    private static Range<OffsetDateTime> hours(int from, int to) {
        return Range.closedOpen(at(from), at(to));
    }

    @Test
    void whatOverlapsIsAnErrorThatNamesModelAndFields() throws Exception {
        ann.bookings().create(BookingCreate.during(hours(9, 12)).roomId(1));
        assertThatThrownBy(() -> server.inOneTrip(() -> ann.bookings()
                        .create(BookingCreate.during(hours(11, 14)).roomId(1))))
                .isInstanceOfSatisfying(ExclusionViolation.class, taken -> {
                    assertThat(taken.model()).isEqualTo("Booking");
                    assertThat(taken.fields()).containsExactlyInAnyOrder("roomId", "during");
                })
                .hasMessageContaining("bookings_room_id_during_excl")
                .hasMessageNotContaining("2027");
        // another room, and a time that begins when the other ends
        ann.bookings().create(BookingCreate.during(hours(11, 14)).roomId(2));
        ann.bookings().create(BookingCreate.during(hours(12, 13)).roomId(1));
        assertThat(ann.bookings().count()).isEqualTo(3);
    }

    @Test
    void aBookingIsMovedOnlyToWhereRoomIs() {
        Booking first = ann.bookings().create(BookingCreate.during(hours(9, 10)).roomId(1));
        Booking second =
                ann.bookings().create(BookingCreate.during(hours(10, 11)).roomId(1));
        assertThatThrownBy(() -> ann.bookings().byId(first.id()).update(BookingUpdate.during(hours(9, 11))))
                .isInstanceOf(ExclusionViolation.class);
        ann.bookings().byId(second.id()).update(BookingUpdate.cancelled(true));
        assertThat(ann.bookings()
                        .byId(first.id())
                        .update(BookingUpdate.during(hours(9, 11)))
                        .orElseThrow()
                        .during())
                .isEqualTo(hours(9, 11));
    }

    /** Nobody books over what they may not see. */
    @Test
    void theConstraintSeesThroughPolicies() {
        ann.bookings().create(BookingCreate.during(hours(9, 12)).roomId(1));
        assertThat(bo.bookings().count()).isZero();
        assertThatThrownBy(() ->
                        bo.bookings().create(BookingCreate.during(hours(11, 14)).roomId(1)))
                .isInstanceOf(ExclusionViolation.class)
                .hasMessageNotContaining("2027");
    }

    /** PostgreSQL may find two that wait for each other: one of them is a deadlock, which a transaction runs again. */
    @Test
    void ofManyWhoBookAtOnceOneGetsTheRoom() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> booking = () -> {
                try {
                    ann.bookings().create(BookingCreate.during(hours(9, 12)).roomId(1));
                    return true;
                } catch (ExclusionViolation | DeadlockDetected e) {
                    return false;
                }
            };
            List<Boolean> got = new ArrayList<>();
            for (Future<Boolean> one : threads.invokeAll(Collections.nCopies(12, booking))) {
                got.add(one.get());
            }
            assertThat(got).containsOnlyOnce(true);
        }
    }

    @Test
    void queriesAskByTheSameOperators() throws Exception {
        Booking early = ann.bookings().create(BookingCreate.during(hours(9, 12)).roomId(1));
        Booking late = ann.bookings().create(BookingCreate.during(hours(13, 15)).roomId(2));
        assertThat(server.inOneTrip(() -> ann.bookings()
                        .where(Ranges.overlaps(BOOKINGS.DURING, hours(11, 14)))
                        .orderBy(BOOKINGS.ID)
                        .fetch()))
                .containsExactly(early, late);
        assertThat(ann.bookings()
                        .where(Ranges.contains(BOOKINGS.DURING, at(12)))
                        .fetch())
                .isEmpty();
        List<Room> free = ann.rooms()
                .where(ROOMS.BOOKINGS.none(
                        Ranges.overlaps(BOOKINGS.DURING, hours(10, 11)).and(BOOKINGS.CANCELLED.isFalse())))
                .fetch();
        assertThat(free).extracting(Room::name).containsExactly("Ward");
    }

    /** The driver is told the type of the parameter; else it takes three from the second time on. */
    @Test
    void eachIsOneRoundTripHoweverOften() throws Exception {
        for (int hour = 0; hour < 4; hour++) {
            Range<OffsetDateTime> during = hours(hour, hour + 1);
            server.inOneTrip(
                    () -> ann.bookings().create(BookingCreate.during(during).roomId(1)));
            server.inOneTrip(() -> ann.bookings()
                    .where(Ranges.overlaps(BOOKINGS.DURING, during))
                    .fetch());
        }
    }

    @Test
    void aGistIndexFindsWithoutAPolicyAndTheColumnOfThePolicyUnderOne() throws Exception {
        server.execute("""
                INSERT INTO bookings (room_id, during, doctor_id)
                SELECT r, tstzrange(d, d + interval '1 hour'), 1 + extract(epoch FROM d)::bigint / 3600 % 500
                FROM generate_series(1, 2) r,
                     generate_series(timestamptz '2026-01-01 00:00Z', '2026-12-31 00:00Z', interval '1 hour') d;
                ANALYZE bookings;
                """);
        Range<OffsetDateTime> morning = Range.closedOpen(at(8).minusYears(1), at(10).minusYears(1));
        try (Db owner = Db.open(server.owner())) {
            assertThat(owner.bookings()
                            .where(Ranges.overlaps(BOOKINGS.DURING, morning))
                            .explain())
                    .contains("bookings_during_idx")
                    .contains("Index Cond: (during &&");
            assertThat(owner.bookings()
                            .where(Ranges.contains(BOOKINGS.DURING, at(8).minusYears(1)))
                            .explain())
                    .contains("bookings_during_idx")
                    .contains("Index Cond: (during @>");
            // the index of the constraint itself, for queries that leave out what it leaves out
            assertThat(owner.bookings()
                            .where(BOOKINGS.ROOM_ID
                                    .eq(1)
                                    .and(Ranges.overlaps(BOOKINGS.DURING, morning))
                                    .and(DSL.not(BOOKINGS.CANCELLED)))
                            .explain())
                    .contains("bookings_room_id_during_excl");
        }
        assertThat(ann.bookings()
                        .where(Ranges.overlaps(BOOKINGS.DURING, morning))
                        .explain())
                .doesNotContain("bookings_during_idx")
                .contains("bookings_doctor_id_idx")
                .contains("Filter: (during &&");
    }
}
