package io.pgorm.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.benchmarks.Imdb.MovieDetails;
import io.pgorm.benchmarks.Imdb.NewMovie;
import io.pgorm.benchmarks.Imdb.PersonCard;
import io.pgorm.benchmarks.Imdb.PersonToAdd;
import io.pgorm.benchmarks.data.Size;
import io.pgorm.benchmarks.peer.Peer;
import io.pgorm.benchmarks.peer.Peers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All peers give the same answers, or their times mean nothing. */
class PeersTest {

    private static BenchServer server;
    private static final Map<Peers, Peer> PEERS = new EnumMap<>(Peers.class);

    @BeforeAll
    static void open() throws Exception {
        server = BenchServer.start(Size.SMALL);
        for (Peers peer : Peers.all()) {
            PEERS.put(peer, peer.open(server.url(), server.user(), server.password(), 2));
        }
    }

    @AfterAll
    static void close() {
        PEERS.values().forEach(Peer::close);
        server.close();
    }

    private static Peer limit() {
        return PEERS.get(Peers.PGJDBC_ONE_TRIP);
    }

    @Test
    void theDataHasEachCase() {
        List<MovieDetails> movies = List.of(limit().getMovie(1), limit().getMovie(10), limit().getMovie(37));
        assertThat(movies).allSatisfy(movie -> {
            assertThat(movie.cast()).hasSizeBetween(10, 54);
            assertThat(movie.directors()).isNotEmpty();
            assertThat(movie.reviews()).isNotEmpty();
            assertThat(movie.avgRating()).isBetween(0.0, 5.0);
        });
        assertThat(limit().getUser(7).latestReviews()).isNotEmpty();
        assertThat(limit().getPerson(3).directed()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void readsTheSame(Peers which) {
        Peer peer = PEERS.get(which);
        for (int id = 1; id <= Size.SMALL.movies(); id += 3) {
            assertThat(peer.getMovie(id)).isEqualTo(limit().getMovie(id));
            assertThat(peer.getUser(id)).isEqualTo(limit().getUser(id));
            assertThat(peer.getPerson(id)).isEqualTo(limit().getPerson(id));
        }
        for (int rows : new int[] {10, 1000}) {
            assertThat(peer.flat(rows))
                    .hasSize(rows)
                    .extracting(PeersTest::numbers)
                    .isEqualTo(
                            limit().flat(rows).stream().map(PeersTest::numbers).toList());
        }
    }

    /** Of a row, whatever the library makes of it: a record or interface with accessors, or an entity with fields. */
    private static List<Object> numbers(Object row) {
        return Stream.of("id", "a", "b", "c", "d", "e", "f", "g", "h", "i")
                .map(name -> number(row, name))
                .toList();
    }

    private static Object number(Object row, String name) {
        try {
            Class<?> type = row.getClass();
            boolean accessor = Stream.of(type.getMethods())
                    .anyMatch(method -> method.getName().equals(name));
            if (accessor) {
                var method = type.getMethod(name);
                method.setAccessible(true);
                return method.invoke(row);
            }
            var field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(row);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void updatesTheSame(Peers which) {
        String title = limit().getMovie(5).title();
        assertThat(PEERS.get(which).updateMovie(5, "---x").title()).isEqualTo(title + "---x");
        assertThat(limit().getMovie(5).title()).isEqualTo(title + "---x");
    }

    @ParameterizedTest
    @EnumSource
    void insertsTheSame(Peers which) {
        Peer peer = PEERS.get(which);
        var user = peer.insertUser("somebody", "image");
        assertThat(limit().getUser(user.id()).name()).isEqualTo("somebody");

        NewMovie movie = peer.insertMovie("title", "image", "description", 2000, 11, List.of(12, 13, 14));
        assertThat(movie.title()).isEqualTo("title");
        assertSame(movie);
        assertThat(movie.directors()).extracting(PersonCard::id).containsExactly(11);
        assertThat(movie.cast()).extracting(PersonCard::id).containsExactlyInAnyOrder(12, 13, 14);

        NewMovie plus = peer.insertMoviePlus(
                "title",
                "image",
                "description",
                2001,
                new PersonToAdd("Ann", "Arbor", "image", "bio"),
                List.of(
                        new PersonToAdd("Bo", "Beech", "image", "bio"),
                        new PersonToAdd("Cy", "Cedar", "image", "bio")));
        assertSame(plus);
        assertThat(plus.directors()).extracting(PersonCard::fullName).containsExactly("Ann Arbor");
        assertThat(plus.cast()).extracting(PersonCard::fullName).containsExactly("Bo Beech", "Cy Cedar");
    }

    private static void assertSame(NewMovie made) {
        MovieDetails read = limit().getMovie(made.id());
        assertThat(made)
                .isEqualTo(new NewMovie(
                        read.id(),
                        read.title(),
                        read.image(),
                        read.description(),
                        read.year(),
                        read.directors(),
                        read.cast()));
    }
}
