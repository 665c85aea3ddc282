package io.pgorm.examples.quickstart;

import static io.pgorm.examples.quickstart.db.Tables.COMMENTS;
import static io.pgorm.examples.quickstart.db.Tables.POSTS;
import static io.pgorm.examples.quickstart.db.Tables.TAGS;
import static io.pgorm.examples.quickstart.db.Tables.USERS;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.Shape;
import io.pgorm.client.error.RowLevelSecurityViolation;
import io.pgorm.client.error.UniqueViolation;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.database.ScratchServer;
import io.pgorm.examples.quickstart.db.CommentCreate;
import io.pgorm.examples.quickstart.db.Db;
import io.pgorm.examples.quickstart.db.Post;
import io.pgorm.examples.quickstart.db.PostCreate;
import io.pgorm.examples.quickstart.db.Session;
import io.pgorm.examples.quickstart.db.User;
import io.pgorm.examples.quickstart.db.UserCreate;
import io.pgorm.examples.quickstart.db.UserUpdate;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a database of the schema, writes to it, reads from it, and prints what it did and the SQL it sent. */
public final class Quickstart {

    /** What a page shows of a post: nested, and checked by the compiler. */
    record PostCard(
            String title, @Nullable String author, List<String> comments, List<String> tags, long commentCount) {}

    private static final Shape<PostCard> CARD = Shape.of(
            PostCard::new,
            POSTS.TITLE,
            POSTS.AUTHOR.as((String email) -> email, USERS.EMAIL),
            POSTS.COMMENTS.orderBy(COMMENTS.ID.desc()).limit(2).as((String text) -> text, COMMENTS.TEXT),
            POSTS.TAGS.orderBy(TAGS.LABEL).as((String label) -> label, TAGS.LABEL),
            POSTS.COMMENTS.count());

    private final PrintStream out;

    private Quickstart(PrintStream out) {
        this.out = out;
    }

    /** Runs on the embedded PostgreSQL. */
    public static void main(String[] arguments) throws Exception {
        new Quickstart(System.out).run();
    }

    private void run() throws SQLException, IOException {
        ScratchOptions embedded = ScratchOptions.standard().withProvider(ScratchProvider.EMBEDDED);
        try (ScratchServer server = ScratchServer.start(embedded);
                ScratchDatabase database = server.create()) {
            step("a database of schema.pgorm on " + server.describe());
            execute(database, "/schema.sql");
            execute(database, "/roles.sql");
            ConnectionOptions options = ConnectionOptions.of(database.jdbcUrl(), "blog_app", "for this example only")
                    .withStatementListener(sql -> out.println("      " + sql.replace("; ", ";\n      ")));
            try (Db db = Db.open(options)) {
                use(db);
            }
        }
    }

    private void use(Db db) {
        step("create: required fields by the types, defaults by the database");
        User ann = db.users().create(UserCreate.email("ann@acme.dev").name("Ann"));
        User bo = db.users().create(UserCreate.email("bo@acme.dev"));
        out.println("   " + ann);

        step("a constraint is a typed error, in the names of the schema");
        try {
            db.users().create(UserCreate.email("ann@acme.dev"));
        } catch (UniqueViolation e) {
            out.println("   " + e.getMessage() + " " + e.fields());
        }

        step("as a user: who asks travels in the round trip of each call");
        Db asAnn = db.as(Session.uid(ann.id()));
        Post draft = asAnn.posts().create(PostCreate.title("A draft").authorId(ann.id()));
        Post hello = asAnn.posts()
                .create(PostCreate.title("Hello").authorId(ann.id()).published(true));
        asAnn.comments().create(CommentCreate.text("First!").postId(hello.id()));
        asAnn.comments().create(CommentCreate.text("Well said").postId(hello.id()));

        step("row level security: Ann sees both posts, Bo what is published, and nobody writes for another");
        Db asBo = db.as(Session.uid(bo.id()));
        out.println(
                "   Ann sees " + titles(asAnn) + ", Bo sees " + titles(asBo) + ", no one in particular " + titles(db));
        try {
            asBo.posts().create(PostCreate.title("In Ann's name").authorId(ann.id()));
        } catch (RowLevelSecurityViolation e) {
            out.println("   " + e.getMessage());
        }
        out.println(
                "   Bo deletes Ann's draft: " + asBo.posts().byId(draft.id()).delete());

        step("a shape: a graph of four tables in one round trip, of one snapshot");
        asAnn.posts()
                .where(POSTS.AUTHOR.is(USERS.EMAIL.endsWith("@acme.dev")))
                .orderBy(POSTS.ID)
                .fetch(CARD)
                .forEach(card -> out.println("   " + card));

        step("keys, updates, transactions, and jOOQ for the rest");
        out.println("   "
                + db.users()
                        .byEmail("bo@acme.dev")
                        .update(UserUpdate.name("Bo"))
                        .orElseThrow());
        db.transaction(tx -> {
            tx.users().create(UserCreate.email("cy@acme.dev"));
            out.println("   in the transaction: " + tx.users().count() + " users");
        });
        out.println("   by jOOQ: " + db.sql().fetchCount(USERS, USERS.NAME.isNull()) + " user without a name");
    }

    private static List<String> titles(Db db) {
        return db.posts().orderBy(POSTS.ID).fetch(Shape.of((String title) -> title, POSTS.TITLE));
    }

    private void step(String what) {
        out.println("-- " + what);
    }

    private static void execute(ScratchDatabase database, String resource) throws SQLException, IOException {
        try (InputStream in = Objects.requireNonNull(Quickstart.class.getResourceAsStream(resource), resource);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
