package scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static scenario.db.Tables.DOCUMENTS;
import static scenario.db.Tables.NOTES;
import static scenario.db.Tables.TILES;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.PreparedQuery;
import io.pgorm.client.Shape;
import io.pgorm.client.type.BitString;
import io.pgorm.database.testkit.RoundTripProxy;
import io.pgorm.features.hybrid.Hybrid;
import io.pgorm.features.vector.Distance;
import io.pgorm.features.vector.Halfvec;
import io.pgorm.features.vector.IterativeScan;
import io.pgorm.features.vector.Sparsevec;
import io.pgorm.features.vector.Vector;
import io.pgorm.it.generate.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import scenario.db.Db;
import scenario.db.Document;
import scenario.db.DocumentCreate;
import scenario.db.Note;
import scenario.db.NoteCreate;
import scenario.db.Session;
import scenario.db.TileCreate;

/** The nearest are found: by the index, by the distance that it is for, under a policy too, and with words. */
public final class Nearest implements Scenario {

    record Found(String title, double distance) {}

    private static final PreparedQuery<Vector, List<Document>> NEAREST = PreparedQuery.of(
                    DOCUMENTS,
                    DOCUMENTS.EMBEDDING,
                    (documents, vector) -> documents
                            .by(DOCUMENTS.EMBEDDING.nearest(vector, Distance.COSINE))
                            .limit(3))
            .list();

    @Override
    public void run(ConnectionOptions options) throws Exception {
        try (Db db = Db.open(options.withPoolSize(1))) {
            Random random = new Random(7);
            fill(db, random);
            findsByTheIndex(db);
            refusesWhatTheIndexCannot();
            setsForTheOneQuery(db);
            findsOtherTypes(db);
            goesOnUnderAFilter(db, random);
            goesOnUnderAPolicy(db, random);
            findsByWordsAndMeaning(db);
        }
        inOneRoundTrip(options);
    }

    /** On a connection that has not loaded pgvector, with the settings of the query and an identity. */
    private static void inOneRoundTrip(ConnectionOptions options) throws Exception {
        var near = DOCUMENTS.EMBEDDING.nearest(Vector.of(1, 0, 0)).iterative(IterativeScan.OFF).efSearch(200);
        try (RoundTripProxy proxy = RoundTripProxy.start(options.url());
                Db db = Db.open(ConnectionOptions.of(
                                proxy.jdbcUrl(options.url().replaceAll(".*/([^/?]+).*", "$1")), "pgorm_it_app", "app")
                        .withPoolSize(1))) {
            db.sql().fetch("SELECT 1"); // opens the connection
            proxy.assertRoundTrips(1, () -> assertThat(
                            db.documents().by(near).limit(100).fetch())
                    .hasSize(100));
            proxy.assertRoundTrips(1, () -> assertThat(db.as(Session.uid(42))
                            .notes()
                            .by(NOTES.EMBEDDING.nearest(random(new Random(1), 16)))
                            .limit(10)
                            .fetch())
                    .hasSize(10));
            Hybrid both = Hybrid.of(DOCUMENTS, DOCUMENTS.SEARCH.search("cats"), near);
            proxy.assertRoundTrips(1, () -> assertThat(
                            db.documents().by(both).limit(3).fetch())
                    .hasSize(3));
        }
    }

    private static Vector random(Random random, int dimensions) {
        float[] numbers = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return Vector.of(numbers);
    }

    private static void fill(Db db, Random random) {
        db.documents()
                .createMany(IntStream.range(0, 3000)
                        .mapToObj(i -> DocumentCreate.title("number " + i)
                                .embedding(random(random, 3))
                                .category(i % 100)
                                .half(Halfvec.of(i, 0.5f, 1))
                                .sparse(Sparsevec.of(5, Map.of(2, (float) i, 4, -1f)))
                                .hash(new BitString(Integer.toBinaryString(256 + i % 256).substring(1)))));
        assertThat(db.documents().where(DOCUMENTS.TITLE.eq("number 7")).fetch().get(0))
                .satisfies(document -> {
                    assertThat(document.half()).isEqualTo(Halfvec.of(7, 0.5f, 1));
                    assertThat(document.sparse().numbers()).isEqualTo(Map.of(2, 7f, 4, -1f));
                });
        db.documents().create(DocumentCreate.title("A black cat").embedding(Vector.of(1, 0, 0)));
        db.documents().create(DocumentCreate.title("A grey dog").embedding(Vector.of(1, 0.01f, 0)));
        db.documents().create(DocumentCreate.title("Cats in winter").embedding(Vector.of(-1, 0, 0)));
        assertThatThrownBy(() -> db.documents()
                        .create(DocumentCreate.title("two").embedding(Vector.of(1, 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has 3 dimensions, and the value 2");
    }

    private static void findsByTheIndex(Db db) {
        var near = DOCUMENTS.EMBEDDING.nearest(Vector.of(1, 0, 0), Distance.COSINE);
        assertThat(db.documents()
                        .by(near)
                        .limit(1)
                        .fetch(Shape.of(Found::new, DOCUMENTS.TITLE, near.distance())))
                .containsExactly(new Found("A black cat", 0));
        assertThat(db.documents().by(near).limit(10).explain())
                .contains("Index Scan using documents_embedding_idx on documents");
        assertThat(db.documents().by(DOCUMENTS.EMBEDDING.nearest(Vector.of(1, 0, 0))).limit(1).fetch())
                .as("the index's own distance")
                .extracting(Document::title)
                .containsExactly("A black cat");
        assertThat(db.run(NEAREST, Vector.of(1, 0, 0))).hasSize(3).first().satisfies(document -> assertThat(
                        document.title())
                .isEqualTo("A black cat"));
        var page = db.documents().by(near).limit(2).page();
        assertThat(db.documents().by(near).after(page.next().orElseThrow()).limit(2).page().rows())
                .hasSize(2)
                .doesNotContainAnyElementsOf(page.rows());
    }

    private static void refusesWhatTheIndexCannot() {
        assertThatThrownBy(() -> DOCUMENTS.EMBEDDING.nearest(Vector.of(1, 0, 0), Distance.L2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the index of embedding is for COSINE and cannot find by L2")
                .hasMessageContaining("ops: vector_l2_ops");
        assertThatThrownBy(() -> DOCUMENTS.EMBEDDING.nearest(Vector.of(1, 0), Distance.COSINE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was it made by the same model?");
        assertThatThrownBy(() -> DOCUMENTS.OTHER.nearest(Vector.of(1, 0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("say by which distance");
        assertThatThrownBy(() -> DOCUMENTS.HASH.nearest(new BitString("00000000"), Distance.COSINE))
                .isInstanceOf(IllegalArgumentException.class);
        var near = DOCUMENTS.EMBEDDING.nearest(Vector.of(1, 0, 0));
        assertThatThrownBy(() -> near.efSearch(1001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> near.probes(3)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TILES.EMBEDDING.nearest(Vector.of(1, 0, 0)).iterative(IterativeScan.STRICT_ORDER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RELAXED_ORDER only");
    }

    /** Outside a transaction and in one, where what was set before has to come back. */
    private static void setsForTheOneQuery(Db db) {
        var near = DOCUMENTS.EMBEDDING.nearest(Vector.of(1, 0, 0)).iterative(IterativeScan.OFF);
        assertThat(db.documents().by(near.efSearch(5)).limit(100).fetch()).hasSizeLessThanOrEqualTo(10);
        assertThat(db.documents().by(near.efSearch(200)).limit(100).fetch()).hasSize(100);
        assertThat(db.sql().fetchValue("SELECT current_setting('hnsw.ef_search')")).isEqualTo("40");
        db.transaction(tx -> {
            tx.sql().execute("SET LOCAL hnsw.ef_search = 77");
            assertThat(tx.documents().by(near.efSearch(200)).limit(100).fetch()).hasSize(100);
            assertThat(tx.sql().fetchValue("SELECT current_setting('hnsw.ef_search')"))
                    .isEqualTo("77");
            assertThat(tx.sql().fetchValue("SELECT current_setting('hnsw.iterative_scan')"))
                    .isEqualTo("off");
        });
        assertThat(db.documents().by(DOCUMENTS.EMBEDDING.nearest(Vector.of(1, 0, 0))).limit(100).fetch())
                .as("more than an index gives by itself")
                .hasSize(100);
        try (var all = db.documents()
                .by(DOCUMENTS.EMBEDDING.nearest(Vector.of(1, 0, 0)))
                .limit(150)
                .stream()) {
            assertThat(all).hasSize(150);
        }
    }

    private static void findsOtherTypes(Db db) {
        assertThat(db.documents().by(DOCUMENTS.HALF.nearest(Halfvec.of(41.2f, 0.5f, 1))).limit(1).fetch())
                .extracting(Document::title)
                .containsExactly("number 41");
        assertThat(db.documents()
                        .by(DOCUMENTS.SPARSE.nearest(Sparsevec.of(5, Map.of(2, 1f))))
                        .limit(1)
                        .fetch())
                .extracting(Document::title)
                .containsExactly("number 2999");
        var bits = DOCUMENTS.HASH.nearest(new BitString("00000011"));
        assertThat(db.documents().by(bits).limit(1).fetch()).extracting(Document::hash).containsExactly(new BitString("00000011"));
        assertThat(db.documents().by(bits).limit(1).explain()).contains("documents_hash_idx");
        db.tiles().createMany(IntStream.range(0, 200).mapToObj(i -> TileCreate.embedding(Vector.of(i, 0, 0))));
        assertThat(db.tiles()
                        .by(TILES.EMBEDDING.nearest(Vector.of(50.1f, 0, 0)).probes(10))
                        .limit(1)
                        .fetch())
                .extracting(tile -> tile.embedding())
                .containsExactly(Vector.of(50, 0, 0));
    }

    private static void goesOnUnderAFilter(Db db, Random random) {
        var near = DOCUMENTS.EMBEDDING.nearest(random(random, 3));
        // whether by the index or not, nothing may be missing
        assertThat(db.documents().where(DOCUMENTS.CATEGORY.add(0).eq(3)).by(near).limit(10).fetch())
                .hasSize(10);
    }

    /** One row in a hundred is the caller's: the index gives all that were asked for, and nearly always the right ones. */
    private static void goesOnUnderAPolicy(Db db, Random random) throws Exception {
        int rows = Integer.getInteger("pgorm.vector.rows", 20_000);
        for (long owner = 0; owner < 100; owner++) {
            long of = owner;
            List<NoteCreate> notes = new ArrayList<>();
            for (int i = 0; i < rows / 100; i++) {
                notes.add(NoteCreate.ownerId(of).embedding(random(random, 16)));
            }
            db.as(Session.uid(of)).notes().createMany(notes);
        }
        Db one = db.as(Session.uid(42));
        int right = 0;
        int asked = 0;
        boolean byIndex = true;
        for (int query = 0; query < 20; query++) {
            Vector wanted = random(random, 16);
            var near = NOTES.EMBEDDING.nearest(wanted, Distance.L2);
            List<Note> found = one.notes().by(near).limit(10).fetch();
            assertThat(found).hasSize(10);
            byIndex &= one.notes().by(near).limit(10).explain().contains("notes_embedding_idx");
            List<Note> exact = one.notes()
                    .where(NOTES.OWNER_ID.ge(0L))
                    .orderBy(NOTES.EMBEDDING.distance(wanted, Distance.L2).plus(0))
                    .limit(10)
                    .fetch();
            asked += exact.size();
            right += (int) found.stream().filter(exact::contains).count();
        }
        System.out.println("nearest under a policy that hides 99 % of " + rows + " rows: recall at 10 is "
                + (double) right / asked + ", by the index: " + byIndex);
        assertThat(byIndex).isTrue();
        assertThat((double) right / asked).isGreaterThanOrEqualTo(0.95);
    }

    private static void findsByWordsAndMeaning(Db db) {
        Hybrid both = Hybrid.of(
                DOCUMENTS,
                DOCUMENTS.SEARCH.search("cats"),
                DOCUMENTS.EMBEDDING.nearest(Vector.of(1, 0, 0), Distance.COSINE));
        List<Found> found = db.documents()
                .by(both)
                .limit(3)
                .fetch(Shape.of(Found::new, DOCUMENTS.TITLE, both.score()));
        assertThat(found).extracting(Found::title).startsWith("A black cat").contains("Cats in winter");
        assertThat(found.get(0).distance()).isEqualTo(1.0 / 61 + 1.0 / 61);
        String plan = db.documents().by(both).limit(3).explain();
        assertThat(plan)
                .contains("Index Scan using documents_embedding_idx")
                .contains("documents_search_idx");
        assertThat(db.documents()
                        .by(both.where(DOCUMENTS.TITLE.ne("A black cat")))
                        .limit(1)
                        .fetch())
                .extracting(Document::title)
                .doesNotContain("A black cat");
        assertThatThrownBy(() -> Hybrid.of(DOCUMENTS, DOCUMENTS.SEARCH.search("cats").unranked()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
