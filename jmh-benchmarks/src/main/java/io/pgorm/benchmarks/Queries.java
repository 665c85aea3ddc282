package io.pgorm.benchmarks;

import io.pgorm.benchmarks.Imdb.MovieDetails;
import io.pgorm.benchmarks.Imdb.NewMovie;
import io.pgorm.benchmarks.Imdb.PersonDetails;
import io.pgorm.benchmarks.Imdb.PersonToAdd;
import io.pgorm.benchmarks.Imdb.Retitled;
import io.pgorm.benchmarks.Imdb.UserCard;
import io.pgorm.benchmarks.Imdb.UserDetails;
import io.pgorm.benchmarks.peer.Peer;
import io.pgorm.benchmarks.peer.Peers;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The seven queries, for one peer in each JVM. As in IMDBench, 250 numbers are drawn beforehand and asked for over and
 * over. Where the server is comes by system properties from {@link Bench}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Queries {

    private static final int NUMBERS = 250;
    private static final String TEXT = "insert_test__0123456789";

    @Param("PG_ORM")
    public Peers peer = Peers.PG_ORM;

    @SuppressWarnings("NullAway.Init") // set before the first call
    private Peer client;

    private int[] movies = {};
    private int[] people = {};

    @Setup
    public void open() {
        client = peer.open(
                property("url"), property("user"), property("password"), Integer.getInteger("bench.poolSize", 1));
        int size = Integer.getInteger("bench.people", 0);
        Random random = new Random(7);
        movies = random.ints(NUMBERS, 1, size / 4 + 1).toArray();
        people = random.ints(NUMBERS, 1, size + 1).toArray();
    }

    private static String property(String name) {
        return System.getProperty("bench." + name, "");
    }

    @TearDown
    public void close() {
        client.close();
    }

    private static int any(int[] numbers) {
        return numbers[ThreadLocalRandom.current().nextInt(NUMBERS)];
    }

    @Benchmark
    public MovieDetails getMovie() {
        return client.getMovie(any(movies));
    }

    @Benchmark
    public String getMovieText() {
        return client.getMovieText(any(movies));
    }

    @Benchmark
    public UserDetails getUser() {
        return client.getUser(any(people));
    }

    @Benchmark
    public PersonDetails getPerson() {
        return client.getPerson(any(people));
    }

    @Benchmark
    public List<?> flat10() {
        return client.flat(10);
    }

    @Benchmark
    public List<?> flat1000() {
        return client.flat(1000);
    }

    /** With nothing to append, so that the titles do not grow from call to call. */
    @Benchmark
    public Retitled updateMovie() {
        return client.updateMovie(any(movies), "");
    }

    @Benchmark
    public UserCard insertUser() {
        return client.insertUser(TEXT, TEXT);
    }

    @Benchmark
    public NewMovie insertMovie() {
        return client.insertMovie(TEXT, TEXT, TEXT, 2020, any(people), List.of(any(people), any(people), any(people)));
    }

    @Benchmark
    public NewMovie insertMoviePlus() {
        PersonToAdd person = new PersonToAdd(TEXT, TEXT, TEXT, TEXT);
        return client.insertMoviePlus(TEXT, TEXT, TEXT, 2020, person, List.of(person, person));
    }
}
