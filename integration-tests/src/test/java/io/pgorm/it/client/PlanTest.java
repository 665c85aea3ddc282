package io.pgorm.it.client;

import static io.pgorm.it.reading.Tables.AUTHORS;
import static io.pgorm.it.reading.Tables.CLICKS;
import static io.pgorm.it.reading.Tables.COMMENTS;
import static io.pgorm.it.reading.Tables.POSTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.Explain;
import io.pgorm.client.PreparedQuery;
import io.pgorm.client.Query;
import io.pgorm.client.QueryPlan;
import io.pgorm.client.QueryPlan.Relation;
import io.pgorm.client.QueryPlan.Strategy;
import io.pgorm.client.Shape;
import io.pgorm.client.error.HintsUnavailable;
import io.pgorm.client.error.SchemaMismatch;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.database.testkit.Counted;
import io.pgorm.database.testkit.RequiresExtensions;
import io.pgorm.it.reading.Db;
import io.pgorm.it.reading.Post;
import io.pgorm.it.reading.Session;
import java.util.List;
import java.util.Set;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a query will do, told before and by EXPLAIN. */
class PlanTest {

    record Remark(String body, @Nullable String author) {}

    record Card(long id, @Nullable String author, List<Remark> all, List<String> latest) {}

    private static final Shape<Card> CARD = Shape.of(
            Card::new,
            POSTS.ID,
            POSTS.AUTHOR.as((String email) -> email, AUTHORS.EMAIL),
            POSTS.COMMENTS.as(Remark::new, COMMENTS.BODY, COMMENTS.AUTHOR.as((String email) -> email, AUTHORS.EMAIL)),
            POSTS.COMMENTS.orderBy(COMMENTS.ID.desc()).limit(2).as((String body) -> body, COMMENTS.BODY));

    private static ReadingServer server;
    private static Db db;

    @BeforeAll
    static void fill() throws Exception {
        server = new ReadingServer();
        server.fill();
        if (server.lines("SELECT current_setting('pg_hint_plan.enable_hint', true)")
                .equals("on\n")) {
            server.execute("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET pg_hint_plan.enable_hint = off',"
                    + " current_database()); END $$");
        }
        db = server.connect();
    }

    @AfterAll
    static void close() {
        db.close();
        server.close();
    }

    @Test
    void aPlanTellsTheStrategyOfEachRelationAndTheRoundTrips() throws Exception {
        Query<Post> query = db.posts().where(POSTS.ID.le(7L)).orderBy(POSTS.ID);
        Counted<QueryPlan> plan = server.proxy().measure(() -> query.plan(CARD));
        assertThat(plan.count()).isZero();
        assertThat(plan.value().roundTrips()).isEqualTo(1);
        assertThat(plan.value().relations())
                .containsExactly(
                        new Relation("author", Strategy.JOIN, 1),
                        new Relation("comments", Strategy.RESULT_SET, 1),
                        new Relation("comments.author", Strategy.JOIN, 1),
                        new Relation("comments", Strategy.RESULT_SET_PER_PARENT, 1));
        assertThat(plan.value().statements()).hasSize(3);
        assertThat(plan.value().statements().get(2)).contains("lateral");
        assertThat(plan.value().toString()).startsWith("1 round trip\n  author: JOIN");
        server.proxy().assertRoundTrips(plan.value().roundTrips(), () -> query.fetch(CARD));
    }

    @Test
    void aPlanOfTwoRoundTripsSaysWhy() throws Exception {
        Query<Post> query = db.posts().where(DSL.condition("random() < 2"));
        QueryPlan plan = query.plan(CARD);
        assertThat(plan.roundTrips()).isEqualTo(2);
        assertThat(plan.why()).contains("may answer differently");
        assertThat(plan.relations())
                .containsExactly(
                        new Relation("author", Strategy.JOIN, 1),
                        new Relation("comments", Strategy.RESULT_SET, 2),
                        new Relation("comments.author", Strategy.JOIN, 2),
                        new Relation("comments", Strategy.RESULT_SET_PER_PARENT, 2));
        server.proxy().assertRoundTrips(2, () -> query.fetch(CARD));
        assertThat(db.posts().all().forUpdate().plan(CARD).why()).contains("locked");
        assertThat(query.plan().roundTrips()).isEqualTo(1);
        assertThat(db.clicks().orderBy(CLICKS.PAGE).limit(1).plan().roundTrips())
                .isEqualTo(1);
    }

    @Test
    void explainAsksAboutEveryStatementInOneRoundTrip() throws Exception {
        for (Db as : List.of(db, db.as(Session.uid(1)))) {
            Counted<String> plain = server.proxy()
                    .measure(() -> as.posts().where(POSTS.ID.le(7L)).explain(CARD));
            assertThat(plain.count()).isEqualTo(1);
            assertThat(plain.value()).contains("on posts", "on comments").doesNotContain("actual");
            String analyzed = as.posts().where(POSTS.ID.le(7L)).explain(CARD, Explain.ANALYZE, Explain.VERBOSE);
            assertThat(analyzed).contains("actual", "Output: ", "Execution Time");
        }
        assertThat(db.secrets().all().explain()).contains("= owner_id");
        assertThat(db.posts().where(DSL.condition("random() < 2")).explain(CARD))
                .contains("random()")
                .endsWith("by the keys that this one finds.\n");
        assertThatThrownBy(
                        () -> db.posts().where(DSL.condition("no_such_column")).explain())
                .isInstanceOf(SchemaMismatch.class);
    }

    @Test
    void aHintThatNobodyWouldHeedIsAnError() {
        assertThatThrownBy(() -> db.posts().all().hint("SeqScan(posts)").fetch())
                .isInstanceOf(HintsUnavailable.class)
                .hasMessageContaining("session_preload_libraries");
        assertThatThrownBy(() -> db.posts().all().hint("x */ DROP TABLE posts; /*"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(db.posts().all().hint("SeqScan(posts)").plan().statements().get(0))
                .startsWith("/*+ SeqScan(posts) */ select");
        PreparedQuery<Long, List<Post>> prepared = PreparedQuery.of(
                        POSTS,
                        POSTS.ID,
                        (posts, id) -> posts.where(POSTS.ID.eq(id)).hint("SeqScan(posts)"))
                .list();
        assertThatThrownBy(() -> db.run(prepared, 1L)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @RequiresExtensions("pg_hint_plan")
    void aHintIsHeededWhereTheExtensionIsLoaded() throws Exception {
        ScratchOptions options = ScratchOptions.standard().withExtensions(Set.of("pg_hint_plan"));
        try (ReadingServer hinting = new ReadingServer(ScratchServer.start(options))) {
            hinting.fill();
            hinting.execute(
                    "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET session_preload_libraries = pg_hint_plan',"
                            + " current_database()); END $$");
            try (Db client = hinting.connect()) {
                Query<Post> query = client.posts().where(POSTS.ID.eq(3L));
                assertThat(query.hint("SeqScan(posts)").explain()).contains("Seq Scan on posts");
                assertThat(query.hint("IndexScan(posts)").explain()).contains("Index Scan using posts_pkey");
                assertThat(query.hint("SeqScan(posts)").fetch())
                        .extracting(Post::id)
                        .containsExactly(3L);
                assertThat(query.hint("SeqScan(posts)").fetch(CARD).get(0).all())
                        .hasSize(3);
            }
        }
    }
}
