package scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static scenario.db.Tables.POSTS;
import static scenario.db.Tables.USERS;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.Shape;
import io.pgorm.it.generate.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import scenario.db.Db;
import scenario.db.PostCreate;
import scenario.db.Session;
import scenario.db.User;
import scenario.db.UserCreate;

/** Two users, of whom each sees one: themselves. */
public final class FirstExample implements Scenario {

    private static final Geometry BERN =
            new GeometryFactory(new PrecisionModel(), 4326).createPoint(new Coordinate(7.4474, 46.948));

    @Override
    public void run(ConnectionOptions options) throws Exception {
        try (Db db = Db.open(options.withPoolSize(4))) {
            User ann = db.as(Session.uid(1)).users().create(UserCreate.email("ann@x").name("Ann").location(BERN));
            User bo = db.as(Session.uid(2)).users().create(UserCreate.email("bo@x"));
            assertThat(ann.id()).isEqualTo(1);
            assertThat(bo.id()).isEqualTo(2);
            db.posts().create(PostCreate.title("Hello").authorId(ann.id()));

            assertThat(db.as(Session.uid(1)).users().fetch()).singleElement().satisfies(user -> {
                assertThat(user.email()).isEqualTo("ann@x");
                assertThat(user.location()).isEqualTo(BERN);
                assertThat(user.location().getSRID()).isEqualTo(4326);
            });
            assertThat(db.users().fetch()).isEmpty();
            Shape<String> author = Shape.of(
                    (String email) -> String.valueOf(email), POSTS.AUTHOR.as((String email) -> email, USERS.EMAIL));
            assertThat(db.as(Session.uid(1)).posts().fetch(author)).containsExactly("ann@x");
            assertThat(db.as(Session.uid(2)).posts().fetch(author)).containsExactly("null");
            alternate(db);
        }
    }

    /** 10,000 calls of 8 threads over 4 connections: two users and nobody. */
    private static void alternate(Db db) throws Exception {
        List<Future<?>> work = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (int thread = 0; thread < 8; thread++) {
                int first = thread;
                work.add(pool.submit(() -> {
                    for (int call = 0; call < 1250; call++) {
                        int user = (first + call) % 3;
                        List<User> seen = (user == 0 ? db : db.as(Session.uid(user))).users().fetch();
                        assertThat(seen).extracting(User::id).isEqualTo(user == 0 ? List.of() : List.of(user));
                    }
                    return null;
                }));
            }
            for (Future<?> part : work) {
                part.get();
            }
        }
    }
}
