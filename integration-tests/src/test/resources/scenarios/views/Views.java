package scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static scenario.db.Tables.BUSY_USERS;
import static scenario.db.Tables.MOOD_COUNTS;
import static scenario.db.Tables.USERS;
import static scenario.db.Tables.VISITS;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.Shape;
import io.pgorm.it.generate.Scenario;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import scenario.db.Address;
import scenario.db.Db;
import scenario.db.Mood;
import scenario.db.User;
import scenario.db.UserCreate;
import scenario.db.VisitCreate;

/** Views are read like tables and have nothing to write with; the schema that a thing is in shows nowhere. */
public final class Views implements Scenario {

    record Seen(String email, List<BigDecimal> amounts) {}

    @Override
    public void run(ConnectionOptions options) {
        try (Db db = Db.open(options)) {
            User ann = db.users().create(UserCreate.email("ann@x").home(new Address("Main street", "Bern")));
            User bo = db.users().create(UserCreate.email("bo@x").mood(Mood.SAD));
            assertThat(ann.home()).isEqualTo(new Address("Main street", "Bern"));
            Stream.of("1.50", "2.50", "3.00")
                    .forEach(amount -> db.visits().create(VisitCreate.amount(new BigDecimal(amount)).userId(ann.id())));
            db.visits().create(VisitCreate.amount(BigDecimal.ONE).userId(bo.id()));

            readsAView(db, ann);
            assertThat(db.visits().where(VISITS.user().MOOD.eq(Mood.SAD)).count()).isEqualTo(1);
            assertThat(db.moodCounts().fetch()).isEmpty();
            Shape<Seen> shape = Shape.of(
                    Seen::new,
                    USERS.EMAIL,
                    USERS.VISITS.orderBy(VISITS.AMOUNT.desc()).as((BigDecimal amount) -> amount, VISITS.AMOUNT));
            assertThat(db.users().orderBy(USERS.ID).fetch(shape)).first().satisfies((Consumer<Seen>) seen ->
                    assertThat(seen.amounts()).extracting(BigDecimal::toString).containsExactly("3.00", "2.50", "1.50"));
            assertThat(Arrays.stream(User.class.getRecordComponents()).map(part -> part.getName()))
                    .doesNotContain("secret");
        }
        assertThat(Arrays.stream(Db.class.getMethods()).map(method -> method.getName()))
                .contains("busyUsers", "moodCounts")
                .doesNotContain("internals");
        assertThat(MOOD_COUNTS.USERS).isNotNull();
    }

    private static void readsAView(Db db, User ann) {
        assertThat(db.busyUsers().fetch()).singleElement().satisfies(busy -> {
            assertThat(busy.id()).isEqualTo(ann.id());
            assertThat(busy.email()).isEqualTo("ann@x");
            assertThat(busy.visits()).isEqualTo(3);
        });
        assertThat(db.busyUsers().findById(ann.id())).isPresent();
        assertThat(db.busyUsers().where(BUSY_USERS.VISITS.gt(3L)).count()).isZero();
        assertThat(Arrays.stream(db.busyUsers().getClass().getMethods()).map(method -> method.getName()))
                .doesNotContain("create", "delete", "update");
    }
}
