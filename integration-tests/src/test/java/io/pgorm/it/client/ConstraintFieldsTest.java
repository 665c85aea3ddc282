package io.pgorm.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.error.CheckViolation;
import io.pgorm.client.error.ConstraintViolation;
import io.pgorm.client.error.ExclusionViolation;
import io.pgorm.client.error.NotNullViolation;
import io.pgorm.client.error.UniqueViolation;
import io.pgorm.client.type.Range;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchServer;
import io.pgorm.it.kinds.BookingCreate;
import io.pgorm.it.kinds.Db;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a violated constraint is about, as the schema names it: all kinds of constraints and unique indexes. */
class ConstraintFieldsTest {

    private static final OffsetDateTime NOON = OffsetDateTime.of(2024, 2, 29, 12, 0, 0, 0, ZoneOffset.UTC);

    private static final ScratchServer SERVER = ScratchServer.start();
    private static final ScratchDatabase DATABASE = SERVER.create();
    private static Db db;

    @BeforeAll
    static void open() throws Exception {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement();
                InputStream ddl =
                        Objects.requireNonNull(ConstraintFieldsTest.class.getResourceAsStream("/kinds.sql"))) {
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

    @BeforeEach
    void fill() {
        db.bookings().all().delete();
        db.bookings().create(booking(1, 0, "a@x").starts(NOON).ends(NOON.plusHours(1)));
        db.bookings().create(booking(2, 1, "b@x").gone(true));
    }

    private static BookingCreate.Values booking(int room, int day, String mail) {
        OffsetDateTime from = NOON.plusDays(day);
        return BookingCreate.roomNo(room)
                .during(Range.closedOpen(from, from.plusHours(1)))
                .guestMail(mail)
                .price(1);
    }

    private static void violated(
            Class<? extends ConstraintViolation> kind, BookingCreate row, String constraint, String... fields) {
        ConstraintViolation violation =
                catchThrowableOfType(kind, () -> db.bookings().create(row));
        assertThat(violation.constraint()).isEqualTo(constraint);
        assertThat(violation.model()).isEqualTo("Booking");
        assertThat(violation.fields()).containsExactlyInAnyOrder(fields);
        assertThat(violation).hasMessageContaining(constraint).hasMessageNotContaining("@x");
    }

    @Test
    void anExclusionNamesItsFields() {
        violated(ExclusionViolation.class, booking(3, 0, "c@x"), "booking_twice", "during");
    }

    @Test
    void anExclusionOverAnExpressionNamesWhatIsInIt() {
        violated(
                ExclusionViolation.class,
                booking(3, 5, "c@x").starts(NOON.minusMinutes(5)).ends(NOON.plusMinutes(5)),
                "booking_overlap",
                "starts",
                "ends");
    }

    @Test
    void aUniqueIndexOverSomeRowsNamesItsFields() {
        violated(UniqueViolation.class, booking(1, 5, "a@x"), "booking_guest", "roomNo", "guestMail");
    }

    @Test
    void aUniqueIndexOverAnExpressionNamesWhatIsInIt() {
        violated(UniqueViolation.class, booking(7, 5, "B@X").gone(true), "booking_mail", "guestMail");
    }

    @Test
    void aCheckNamesItsFields() {
        violated(CheckViolation.class, booking(3, 5, "c@x").starts(NOON).ends(NOON), "booking_order", "starts", "ends");
        BookingCreate cheap =
                BookingCreate.roomNo(3).during(Range.empty()).guestMail("c@x").price(0);
        violated(CheckViolation.class, cheap, "booking_price", "price");
    }

    @Test
    void whatIsNotOfOneTableHasNoFields() {
        CheckViolation domain = catchThrowableOfType(
                CheckViolation.class,
                () -> db.bookings().create(booking(3, 5, "c@x").share(new BigDecimal("1.5"))));
        assertThat(domain.constraint()).isEqualTo("share_check");
        assertThat(domain.fields()).isEmpty();
        NotNullViolation missing = catchThrowableOfType(
                NotNullViolation.class,
                () -> db.sql().execute("INSERT INTO bookings (room_no, during, price) VALUES (1, 'empty', 1)"));
        assertThat(missing.fields()).isEqualTo(List.of("guestMail"));
    }
}
