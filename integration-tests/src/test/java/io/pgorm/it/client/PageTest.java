package io.pgorm.it.client;

import static io.pgorm.it.reading.Tables.AUTHORS;
import static io.pgorm.it.reading.Tables.CLICKS;
import static io.pgorm.it.reading.Tables.COMMENTS;
import static io.pgorm.it.reading.Tables.POSTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.CursorKey;
import io.pgorm.client.Page;
import io.pgorm.client.Query;
import io.pgorm.client.Shape;
import io.pgorm.client.error.InvalidCursor;
import io.pgorm.database.testkit.Counted;
import io.pgorm.it.reading.Db;
import io.pgorm.it.reading.Post;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages by position: every row once, in order, in both directions, whatever the order is. */
class PageTest {

    record Card(long id, String title, List<String> comments) {}

    private static final Shape<Card> CARD = Shape.of(
            Card::new,
            POSTS.ID,
            POSTS.TITLE,
            POSTS.COMMENTS.orderBy(COMMENTS.ID).as((String body) -> body, COMMENTS.BODY));

    private static ReadingServer server;
    private static Db db;

    @BeforeAll
    static void fill() throws Exception {
        server = new ReadingServer();
        server.fill();
        db = server.connect();
    }

    @AfterAll
    static void close() {
        db.close();
        server.close();
    }

    static Stream<List<OrderField<?>>> orders() {
        return Stream.of(
                List.of(),
                List.of(POSTS.ID.desc()),
                List.of(POSTS.CREATED_AT.desc(), POSTS.ID),
                List.of(POSTS.CREATED_AT.desc()),
                List.of(POSTS.SCORE),
                List.of(POSTS.SCORE.asc().nullsFirst()),
                List.of(POSTS.SCORE.desc()),
                List.of(POSTS.SCORE.desc().nullsLast(), POSTS.TITLE),
                List.of(POSTS.WEIGHT.desc().nullsLast(), POSTS.SCORE.asc().nullsFirst(), POSTS.ID.desc()),
                List.of(POSTS.MOOD.desc(), POSTS.WEIGHT, POSTS.SCORE.desc()),
                List.of(POSTS.TITLE.length(), POSTS.TITLE.desc()),
                List.of(POSTS.author().NAME.desc(), POSTS.CREATED_AT),
                List.of(DSL.coalesce(POSTS.SCORE, -1).desc(), POSTS.ID));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void thePagesTogetherAreTheWholeInBothDirections(List<OrderField<?>> order) {
        Query<Post> query = db.posts().where(POSTS.ID.gt(1L)).orderBy(order);
        List<OrderField<?>> total = new ArrayList<>(order);
        boolean descending = !order.isEmpty()
                && order.get(order.size() - 1) instanceof org.jooq.SortField<?> sort
                && sort.getOrder() == org.jooq.SortOrder.DESC;
        total.add(descending ? POSTS.ID.desc() : POSTS.ID.asc());
        List<Post> whole = query.orderBy(total).fetch();
        assertThat(whole).hasSize(39);
        for (int size : new int[] {1, 4, 38, 39, 40}) {
            List<Post> forward = new ArrayList<>();
            Page<Post> page = query.limit(size).page();
            assertThat(page.hasPrevious()).isFalse();
            forward.addAll(page.rows());
            while (page.hasNext()) {
                page = query.after(page.next().orElseThrow()).limit(size).page();
                assertThat(page.rows()).isNotEmpty();
                forward.addAll(page.rows());
            }
            assertThat(forward).isEqualTo(whole);

            List<Post> backward = new ArrayList<>();
            page = query.limit(size).lastPage();
            assertThat(page.hasNext()).isFalse();
            backward.addAll(page.rows());
            while (page.hasPrevious()) {
                page = query.limit(size).before(page.previous().orElseThrow()).page();
                backward.addAll(0, page.rows());
            }
            assertThat(backward).isEqualTo(whole);
        }
    }

    @Test
    void aPageLeadsOnAndBack() throws Exception {
        Page<Post> first = db.posts()
                .orderBy(POSTS.CREATED_AT.desc(), POSTS.ID)
                .after(null)
                .limit(10)
                .page();
        String cursor = first.next().orElseThrow();
        Page<Post> second = db.posts()
                .orderBy(POSTS.CREATED_AT.desc(), POSTS.ID)
                .after(cursor)
                .limit(10)
                .page();
        Page<Post> again = db.posts()
                .orderBy(POSTS.CREATED_AT.desc(), POSTS.ID)
                .before(second.previous().orElseThrow())
                .limit(10)
                .page();
        assertThat(again.rows()).isEqualTo(first.rows());
        assertThat(again.hasPrevious()).isFalse();
        assertThat(again.next()).isEqualTo(first.next());
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void aPageIsOneRoundTripWithRelationsAndAnIdentityToo() throws Exception {
        for (Db as : ReadingServer.both(db)) {
            Query<Post> query = as.posts().where(POSTS.AUTHOR_ID.le(2)).orderBy(POSTS.CREATED_AT.desc());
            String cursor = query.limit(5).page().next().orElseThrow();
            Counted<Page<Post>> flat =
                    server.proxy().measure(() -> query.after(cursor).limit(5).page());
            assertThat(flat.count()).isEqualTo(1);
            Counted<Page<Card>> graph =
                    server.proxy().measure(() -> query.after(cursor).limit(5).page(CARD));
            assertThat(graph.count()).isEqualTo(1);
            assertThat(graph.value().rows())
                    .extracting(Card::id)
                    .isEqualTo(flat.value().rows().stream().map(Post::id).toList());
            assertThat(graph.value().rows())
                    .allSatisfy(card -> assertThat(card.comments())
                            .containsExactly(
                                    "comment 1 on " + card.id(),
                                    "comment 2 on " + card.id(),
                                    "comment 3 on " + card.id()));
            assertThat(graph.value().next()).isEqualTo(flat.value().next());
        }
    }

    @Test
    void aPageWhoseConditionCannotBeRepeatedTakesTwoTripsAndStaysRight() throws Exception {
        Query<Post> query = db.posts().where(DSL.condition("random() < 2")).orderBy(POSTS.ID.desc());
        String cursor = query.limit(5).page().next().orElseThrow();
        Counted<Page<Card>> page =
                server.proxy().measure(() -> query.after(cursor).limit(3).page(CARD));
        assertThat(page.count()).isEqualTo(2);
        assertThat(page.value().rows()).extracting(Card::id).containsExactly(35L, 34L, 33L);
        assertThat(page.value().rows().get(2).comments()).hasSize(3);
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        String cursor = db.posts()
                .where(POSTS.SCORE.gt(0))
                .orderBy(POSTS.ID)
                .limit(3)
                .page()
                .next()
                .orElseThrow();
        // other values of the same conditions are the same query
        assertThat(db.posts()
                        .where(POSTS.SCORE.gt(1))
                        .orderBy(POSTS.ID)
                        .after(cursor)
                        .limit(3)
                        .page()
                        .rows())
                .isNotEmpty();
        List<Query<?>> others = List.of(
                db.posts().where(POSTS.SCORE.gt(0)).orderBy(POSTS.ID.desc()),
                db.posts().where(POSTS.SCORE.lt(0)).orderBy(POSTS.ID),
                db.posts().orderBy(POSTS.ID),
                db.authors().orderBy(AUTHORS.ID));
        for (Query<?> other : others) {
            assertThatThrownBy(() -> other.after(cursor).limit(3).page())
                    .isInstanceOf(InvalidCursor.class)
                    .hasMessageContaining("another query");
        }
    }

    @Test
    void aCursorThatWasChangedOrForgedIsRefused() {
        Query<Post> query = db.posts().orderBy(POSTS.TITLE);
        String cursor = query.limit(3).page().next().orElseThrow();
        for (int i = 0; i < cursor.length() - 1; i++) { // the last character has bits that mean nothing
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertThatThrownBy(() -> query.after(changed).limit(3).page())
                    .as(changed)
                    .isInstanceOf(InvalidCursor.class);
        }
        for (String nonsense : List.of("", "?", "abc", cursor + "AAAA", cursor.substring(4))) {
            assertThatThrownBy(() -> query.after(nonsense).limit(3).page()).isInstanceOf(InvalidCursor.class);
        }
    }

    @Test
    void processesThatShareAKeyUnderstandEachOthersCursors() {
        byte[] secret = "a secret of sixteen or more".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        try (Db one = Db.open(server.options().withCursorKey(CursorKey.of(secret)));
                Db two = Db.open(server.options().withCursorKey(CursorKey.of(secret)))) {
            String cursor = one.posts().orderBy(POSTS.ID).limit(3).page().next().orElseThrow();
            assertThat(two.posts()
                            .orderBy(POSTS.ID)
                            .after(cursor)
                            .limit(1)
                            .page()
                            .rows())
                    .extracting(Post::id)
                    .containsExactly(4L);
            assertThatThrownBy(() ->
                            db.posts().orderBy(POSTS.ID).after(cursor).limit(1).page())
                    .isInstanceOf(InvalidCursor.class)
                    .hasMessageContaining("withCursorKey");
        }
        assertThatThrownBy(() -> CursorKey.of(new byte[15])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatHasNoPagesSaysWhy() {
        assertThatThrownBy(() -> db.posts().orderBy(POSTS.ID).page())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("limit(50)");
        assertThatThrownBy(() -> db.posts().orderBy(POSTS.ID).offset(3).limit(3).page())
                .hasMessageContaining("offset");
        assertThatThrownBy(() -> db.clicks().orderBy(CLICKS.PAGE).limit(3).page())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Click has no key");
    }

    @Test
    void anEmptyPageHasNoCursors() {
        Page<Post> page = db.posts().where(POSTS.ID.lt(0L)).limit(3).page();
        assertThat(page).isEqualTo(new Page<>(List.of(), Optional.empty(), Optional.empty()));
    }

    @Test
    void aPageStartsInTheIndexWhereItsCursorPoints() throws Exception {
        try (ReadingServer large = new ReadingServer()) {
            large.execute("""
                    INSERT INTO authors (email) VALUES ('a');
                    INSERT INTO posts (title, created_at, author_id)
                      SELECT 'p', timestamptz '2020-01-01 00:00+00' + n / 3 * interval '1 second', 1
                      FROM generate_series(1, 50000) n;
                    ANALYZE posts;
                    """);
            List<String> sent = new ArrayList<>();
            try (Db client = Db.open(large.options().withStatementListener(sent::add))) {
                for (boolean mixed : new boolean[] {false, true}) {
                    Query<Post> query =
                            client.posts().orderBy(POSTS.CREATED_AT.desc(), mixed ? POSTS.ID.asc() : POSTS.ID.desc());
                    Page<Post> first = query.limit(2).page();
                    query.after(first.next().orElseThrow()).limit(2).page();
                    String plan = explain(large, sent.get(sent.size() - 1), mixed);
                    assertThat(plan)
                            .as(plan)
                            .contains("posts_created_at_id_idx")
                            .contains("Index Cond: ");
                    if (!mixed) {
                        assertThat(plan).doesNotContain("Sort").doesNotContain("Filter");
                    }
                }
            }
        }
    }

    /** The plan of a page in the middle, by the text that was sent. */
    private static String explain(ReadingServer server, String sql, boolean mixed) throws Exception {
        try (Connection connection = server.owner();
                PreparedStatement explain = connection.prepareStatement("EXPLAIN " + sql)) {
            int values = explain.getParameterMetaData().getParameterCount();
            for (int i = 1; i < values; i++) {
                boolean isId = mixed ? i == 4 : i == 3;
                explain.setObject(i, isId ? "25000" : "2020-01-01 02:00:00+00", java.sql.Types.OTHER);
            }
            explain.setInt(values, 3);
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows = explain.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}
