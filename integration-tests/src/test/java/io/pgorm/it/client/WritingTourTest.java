package io.pgorm.it.client;

import static io.pgorm.it.client.NestedTest.CARD;
import static io.pgorm.it.client.ReturningTest.TITLES;
import static io.pgorm.it.writing.Tables.AUTHORS;
import static io.pgorm.it.writing.Tables.POSTS;
import static io.pgorm.it.writing.Tables.TAGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.it.client.NestedTest.Card;
import io.pgorm.it.client.ReturningTest.Titles;
import io.pgorm.it.writing.Author;
import io.pgorm.it.writing.AuthorCreate;
import io.pgorm.it.writing.AuthorRef;
import io.pgorm.it.writing.AuthorUpdate;
import io.pgorm.it.writing.CommentCreate;
import io.pgorm.it.writing.Db;
import io.pgorm.it.writing.Post;
import io.pgorm.it.writing.PostCreate;
import io.pgorm.it.writing.PostUpdate;
import io.pgorm.it.writing.ProfileCreate;
import io.pgorm.it.writing.TagCreate;
import io.pgorm.it.writing.TagRef;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the page about writing shows. */
class WritingTourTest {

    private static WritingServer server;
    private static Db db;

    @BeforeAll
    static void open() throws Exception {
        server = new WritingServer();
        db = server.connect();
    }

    @AfterAll
    static void close() {
        db.close();
        server.close();
    }

    @Test
    void shapesAndRelatedRows() {
        Card ann = db.authors()
                .returning(CARD)
                .create(AuthorCreate.email("ann@acme.dev")
                        .profile(ProfileCreate.bio("likes cats"))
                        .posts(PostCreate.title("Hello")
                                .tags(TagRef.connectOrCreate("java"), TagRef.connectOrCreate("sql"))
                                .comments(CommentCreate.body("First!"))));
        assertThat(ann.posts().get(0).tags()).containsExactly("java", "sql");

        Titles changed = db.authors()
                .byEmail("ann@acme.dev")
                .returning(TITLES)
                .update(AuthorUpdate.name("Ann"))
                .orElseThrow();
        assertThat(changed.titles()).containsExactly("Hello");

        Post post = db.posts().create(PostCreate.title("World").author(AuthorRef.connectByEmail("ann@acme.dev")));
        db.posts().byId(post.id()).update(PostUpdate.setTags(TagRef.connectOrCreate("java")));
        assertThat(db.posts()
                        .findById(post.id(), NestedTest.WORDS)
                        .orElseThrow()
                        .tags())
                .containsExactly("java");

        db.posts().byId(post.id()).ifVersion(2).update(PostUpdate.title("World!"));
        assertThat(db.posts().findById(post.id()).orElseThrow().version()).isEqualTo(3);

        long moved = db.posts().where(POSTS.TITLE.eq("World!")).expectRows(1).update(PostUpdate.title("World"));
        assertThat(moved).isEqualTo(1);
    }

    @Test
    void rowsThatMayBeThereAndManyRows() {
        Author bo = db.authors()
                .upsert(AuthorCreate.email("bo@acme.dev").name("Bo"))
                .onConflict(AUTHORS.EMAIL)
                .doUpdate();
        assertThat(bo.name()).isEqualTo("Bo");

        Stream<TagCreate> rows = IntStream.range(0, 50_000).mapToObj(i -> TagCreate.name("tag " + i));
        long written = db.tags().createMany(rows);
        assertThat(written).isEqualTo(50_000);

        long added = db.tags()
                .upsertMany(List.of(TagCreate.name("tag 1"), TagCreate.name("another")))
                .onConflict(TAGS.NAME)
                .doNothing();
        assertThat(added).isEqualTo(1);
    }
}
