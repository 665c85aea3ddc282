package io.pgorm.benchmarks;

import io.pgorm.benchmarks.data.Size;
import io.pgorm.benchmarks.peer.Peers;
import java.time.Duration;
import java.util.List;

/**
 * What is run: every query at every delay for every peer, once in each round, so that what disturbs the machine for a
 * while disturbs all of them.
 *
 * @param queries names of the methods of {@link Queries}
 * @param rounds a new JVM for each peer and query in each
 * @param warmUp and then {@code measured}: seconds in each JVM
 */
record Plan(
        Size size,
        List<String> queries,
        List<Duration> delays,
        List<Integer> threads,
        List<Peers> peers,
        int rounds,
        int warmUp,
        int measured) {

    private static final List<String> ALL = List.of(
            "getMovie",
            "getUser",
            "getPerson",
            "updateMovie",
            "insertUser",
            "insertMovie",
            "insertMoviePlus",
            "getMovieText",
            "flat10",
            "flat1000");
    private static final Duration NONE = Duration.ZERO;
    private static final Duration NETWORK = Duration.ofMillis(1);

    /** Under ten minutes. */
    static final Plan SHORT = new Plan(
            new Size(20_000),
            List.of("getMovie", "getUser", "insertMovie"),
            List.of(NONE, NETWORK),
            List.of(1),
            Peers.all(),
            1,
            3,
            3);

    static final Plan FULL = new Plan(Size.FULL, ALL, List.of(NONE, NETWORK), List.of(1, 8), Peers.all(), 3, 4, 4);

    Plan withPeers(List<Peers> chosen) {
        return new Plan(size, queries, delays, threads, chosen, rounds, warmUp, measured);
    }

    Plan withQueries(List<String> chosen) {
        return new Plan(size, chosen, delays, threads, peers, rounds, warmUp, measured);
    }

    Plan withDelays(List<Duration> chosen) {
        return new Plan(size, queries, chosen, threads, peers, rounds, warmUp, measured);
    }

    Plan withThreads(List<Integer> chosen) {
        return new Plan(size, queries, delays, chosen, peers, rounds, warmUp, measured);
    }

    Plan withRounds(int number) {
        return new Plan(size, queries, delays, threads, peers, number, warmUp, measured);
    }
}
