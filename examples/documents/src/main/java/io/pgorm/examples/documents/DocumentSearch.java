package io.pgorm.examples.documents;

import static io.pgorm.examples.documents.db.Tables.DOCUMENTS;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.RowChoice;
import io.pgorm.client.Shape;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.examples.documents.db.Db;
import io.pgorm.examples.documents.db.Session;
import io.pgorm.features.fts.Highlight;
import io.pgorm.features.fts.Search;
import io.pgorm.features.hybrid.Hybrid;
import io.pgorm.features.vector.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Fills a database with some documents and searches them in each way that PostgreSQL knows. */
public final class DocumentSearch {

    /** A line of the page of results. */
    record Hit(String title, Highlight text, double score) {}

    private final PrintStream out;
    private final AtomicInteger sent = new AtomicInteger();

    private DocumentSearch(PrintStream out) {
        this.out = out;
    }

    /** Runs on a PostgreSQL with pgvector: the one of PGORM_SCRATCH_URL if that is set, otherwise one in Docker. */
    public static void main(String[] arguments) throws Exception {
        new DocumentSearch(System.out).run();
    }

    private void run() throws SQLException, IOException {
        ScratchOptions withVectors = ScratchOptions.standard().withExtensions(Set.of("vector", "pg_trgm"));
        try (ScratchServer server = ScratchServer.start(withVectors)) {
            try (ScratchDatabase database = server.create()) {
                use(database);
            }
            server.dropRole("documents_app"); // roles belong to the server, which may be one that stays
        }
    }

    private void use(ScratchDatabase database) throws SQLException, IOException {
        execute(database, "/schema.sql");
        execute(database, "/login.sql");
        ConnectionOptions options = ConnectionOptions.of(database.jdbcUrl(), "documents_app", "for this example only")
                .withStatementListener(sql -> sent.incrementAndGet());
        try (Db db = Db.open(options)) {
            fill(db);
            byWords(db);
            bySlips(db);
            byNearness(db);
            byBoth(db);
            asTeam(db);
        }
    }

    private void fill(Db db) {
        db.documents().createMany(Library.OPEN);
        db.as(Session.team("operations")).documents().createMany(Library.OF_OPERATIONS);
        step("documents that everybody sees: " + db.documents().count());
    }

    private void byWords(Db db) {
        step("words, as people write them into a search box; marked, and safe in a page");
        Search words = DOCUMENTS.SEARCH.search("logs -backup");
        Shape<Hit> hit = Shape.of(
                Hit::new,
                DOCUMENTS.TITLE,
                words.highlight(DOCUMENTS.BODY),
                words.rank().cast(Double.class));
        db.documents().by(words).limit(3).fetch(hit).forEach(this::print);
    }

    private void bySlips(Db db) {
        step("a slip of the pen: no such word, but titles like it; and what somebody types who means something");
        out.println("   words:  " + titles(db, DOCUMENTS.SEARCH.search("deployng")));
        out.println("   alike:  " + titles(db, DOCUMENTS.TITLE.wordAlike("deployng")));
        out.println("   typing: " + titles(db, DOCUMENTS.TITLE.suggest("ba")));
    }

    private void byNearness(Db db) {
        step("nearness: texts that share pieces of words, though no whole one");
        out.println("   " + titles(db, DOCUMENTS.EMBEDDING.nearest(Embedding.of("failing redeployments"))));
    }

    private void byBoth(Db db) {
        step("both at once, by reciprocal rank fusion");
        int before = sent.get();
        findByBoth(db, "open a backup").forEach(this::print);
        out.println("   statements sent: " + (sent.get() - before));
    }

    private void asTeam(Db db) {
        step("the same search by somebody of the team operations");
        findByBoth(db.as(Session.team("operations")), "open a backup").forEach(this::print);
    }

    /** What stands first in one list comes before what is in the middle of both. */
    private static List<Hit> findByBoth(Db db, String text) {
        Search words = DOCUMENTS.SEARCH.search(text);
        Nearest near = DOCUMENTS.EMBEDDING.nearest(Embedding.of(text));
        Hybrid both = Hybrid.of(DOCUMENTS, words, near).candidates(20);
        Shape<Hit> hit = Shape.of(Hit::new, DOCUMENTS.TITLE, words.highlight(DOCUMENTS.BODY), both.score());
        return db.documents().by(both).limit(3).fetch(hit);
    }

    private static List<String> titles(Db db, RowChoice choice) {
        return db.documents().by(choice).limit(2).fetch(Shape.of((String title) -> title, DOCUMENTS.TITLE));
    }

    private void print(Hit hit) {
        out.println(String.format(Locale.ROOT, "   %.4f  %s", hit.score(), hit.title()));
        out.println("           " + hit.text().html());
    }

    private void step(String what) {
        out.println("-- " + what);
    }

    private static void execute(ScratchDatabase database, String resource) throws SQLException, IOException {
        try (InputStream in = Objects.requireNonNull(DocumentSearch.class.getResourceAsStream(resource), resource);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
