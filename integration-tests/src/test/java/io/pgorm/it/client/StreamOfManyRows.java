package io.pgorm.it.client;

import static io.pgorm.it.reading.Tables.COMMENTS;
import static io.pgorm.it.reading.Tables.POSTS;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.Shape;
import io.pgorm.it.reading.Db;
import io.pgorm.it.reading.Post;
import java.util.List;
import java.util.stream.Stream;

/** A program of its own, since the heap of a JVM is set when it starts: reads all posts, flat and with their comments. */
final class StreamOfManyRows {

    record Card(long id, String title, List<String> comments) {}

    private StreamOfManyRows() {}

    /** @param arguments URL, user and password */
    public static void main(String[] arguments) {
        Shape<Card> card =
                Shape.of(Card::new, POSTS.ID, POSTS.TITLE, POSTS.COMMENTS.as((String body) -> body, COMMENTS.BODY));
        try (Db db = Db.open(ConnectionOptions.of(arguments[0], arguments[1], arguments[2]))) {
            try (Stream<Post> all = db.posts().stream()) {
                System.out.println("rows " + all.mapToLong(Post::id).count());
            }
            try (Stream<Card> all = db.posts().stream(card)) {
                System.out.println("comments "
                        + all.mapToLong(one -> one.comments().size()).sum());
            }
            System.out.println("heap " + (Runtime.getRuntime().maxMemory() >> 20));
            try {
                System.out.println("list " + db.posts().fetch().size());
            } catch (OutOfMemoryError e) {
                System.out.println("list too large");
            }
        }
    }
}
