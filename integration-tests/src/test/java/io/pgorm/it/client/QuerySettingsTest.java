package io.pgorm.it.client;

import static io.pgorm.it.features.Tables.ARTICLES;
import static io.pgorm.it.features.Tables.AUTHORS;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.client.PreparedQuery;
import io.pgorm.client.QuerySettings;
import io.pgorm.client.Shape;
import io.pgorm.database.ScratchServer;
import io.pgorm.it.features.Db;
import io.pgorm.it.features.Session;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an order asks PostgreSQL to be set to is in force for its own query, in its own round trip, and gone behind it. */
class QuerySettingsTest {

    record Seen(int id, String memory) {}

    record Works(int id, List<Seen> articles) {}

    private static final Field<String> MEMORY = DSL.field("current_setting('work_mem')", String.class);
    private static final Shape<Seen> SEEN = Shape.of(Seen::new, AUTHORS.ID, MEMORY);
    private static final ById ORDER = new ById(AUTHORS.ID);
    private static final Shape<Works> WORKS = Shape.of(
            Works::new, AUTHORS.ID, AUTHORS.ARTICLES.orderBy(ARTICLES.ID).as(Seen::new, ARTICLES.ID, MEMORY));
    private static final PreparedQuery<Integer, List<Seen>> PREPARED = PreparedQuery.of(
                    AUTHORS,
                    AUTHORS.ID,
                    (authors, id) -> authors.where(AUTHORS.ID.ge(id)).orderBy(ORDER))
            .list(SEEN);

    private static FeatureServer server;
    private static Db db;

    /** Tells by the setting what it was told of the query. */
    private static final class ById extends CustomField<Integer> implements QuerySettings {

        private static final long serialVersionUID = 1L;

        private final transient Field<Integer> id;

        ById(Field<Integer> id) {
            super("id", SQLDataType.INTEGER);
            this.id = id;
        }

        @Override
        public void accept(Context<?> context) {
            context.visit(id);
        }

        @Override
        public Map<String, String> settings(Use use) {
            int megabytes = 10 + (use.filtered() ? 10 : 0) + (use.wanted() == null ? 0 : use.wanted());
            return Map.of("work_mem", megabytes + "MB");
        }
    }

    @BeforeAll
    static void fill() throws Exception {
        server = new FeatureServer(ScratchServer.start(), "/features.sql");
        server.execute("""
                INSERT INTO authors (name) VALUES ('a'), ('b');
                INSERT INTO articles (title, author_id) VALUES ('x', 1), ('y', 2);
                """);
        db = Db.open(server.options().withPoolSize(1));
        db.authors().count(); // opens the connection
    }

    @AfterAll
    static void close() {
        db.close();
        server.close();
    }

    private static String now(Db client) {
        return String.valueOf(client.sql().fetchValue("SELECT current_setting('work_mem')"));
    }

    private static List<Seen> both(String memory) {
        return List.of(new Seen(1, memory), new Seen(2, memory));
    }

    @Test
    void itIsInForceForTheOneQueryInItsOwnRoundTrip() throws Exception {
        for (Db client : List.of(db, db.as(Session.uid(1)))) {
            assertThat(server.inOneTrip(() -> client.authors().orderBy(ORDER).fetch(SEEN)))
                    .isEqualTo(both("10MB"));
            assertThat(server.inOneTrip(() ->
                            client.authors().orderBy(ORDER.desc()).limit(5).fetch(SEEN)))
                    .hasSize(2)
                    .allSatisfy(seen -> assertThat(seen.memory()).isEqualTo("15MB"));
            assertThat(server.inOneTrip(() -> client.authors()
                            .where(AUTHORS.ID.gt(0))
                            .orderBy(ORDER)
                            .limit(2)
                            .page(SEEN)
                            .rows()))
                    .as("one more than the page, to know whether there are more")
                    .isEqualTo(both("23MB"));
            assertThat(server.inOneTrip(() -> client.run(PREPARED, 0))).isEqualTo(both("20MB"));
            List<List<Seen>> together = server.inOneTrip(() -> client.batch(b -> {
                var one = b.fetch(client.authors().orderBy(ORDER), SEEN);
                var other = b.fetch(client.authors().orderBy(AUTHORS.ID), SEEN);
                return () -> List.of(one.get(), other.get());
            }));
            assertThat(together).isEqualTo(List.of(both("10MB"), both("4MB")));
            assertThat(now(client)).isEqualTo("4MB");
        }
    }

    @Test
    void relationsSeeItTooAndAskForIt() throws Exception {
        assertThat(server.inOneTrip(() -> db.authors().orderBy(ORDER).fetch(WORKS)))
                .isEqualTo(List.of(
                        new Works(1, List.of(new Seen(1, "10MB"))), new Works(2, List.of(new Seen(2, "10MB")))));
        Shape<Works> asked = Shape.of(
                Works::new,
                AUTHORS.ID,
                AUTHORS.ARTICLES.orderBy(new ById(ARTICLES.ID)).limit(3).as(Seen::new, ARTICLES.ID, MEMORY));
        assertThat(server.inOneTrip(() -> db.authors().byId(1).fetch(asked)))
                .contains(new Works(1, List.of(new Seen(1, "23MB"))));
    }

    @Test
    void inATransactionWhatWasBeforeComesBack() {
        db.transaction(tx -> {
            tx.sql().execute("SET LOCAL work_mem = '7MB'");
            assertThat(tx.authors().orderBy(ORDER).fetch(SEEN)).isEqualTo(both("10MB"));
            assertThat(now(tx)).isEqualTo("7MB");
            // locked rows are not found again by their condition: the relations follow in a second round trip
            assertThat(tx.authors().orderBy(ORDER).forUpdate().fetch(WORKS))
                    .extracting(Works::articles)
                    .containsExactly(List.of(new Seen(1, "10MB")), List.of(new Seen(2, "10MB")));
            assertThat(now(tx)).isEqualTo("7MB");
            try (Stream<Seen> all = tx.authors().orderBy(ORDER).stream(SEEN, 1)) {
                assertThat(all).containsExactlyElementsOf(both("10MB"));
            }
            try (Stream<Works> all = tx.authors().orderBy(ORDER).stream(WORKS, 1)) {
                assertThat(all).hasSize(2);
            }
            assertThat(now(tx)).isEqualTo("7MB");
        });
        assertThat(now(db)).isEqualTo("4MB");
    }

    @Test
    void aStreamHasItToItsEnd() {
        try (Stream<Seen> all = db.authors().orderBy(ORDER).stream(SEEN, 1)) {
            assertThat(all).containsExactlyElementsOf(both("10MB"));
        }
        // a condition that cannot be repeated: two round trips
        assertThat(db.authors()
                        .where(DSL.condition("random() >= 0"))
                        .orderBy(ORDER)
                        .limit(2)
                        .fetch(WORKS))
                .extracting(Works::articles)
                .containsExactly(List.of(new Seen(1, "22MB")), List.of(new Seen(2, "22MB")));
        assertThat(now(db)).isEqualTo("4MB");
    }
}
