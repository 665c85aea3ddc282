package io.pgorm.benchmarks;

import io.pgorm.benchmarks.Measurements.Case;
import io.pgorm.benchmarks.data.Size;
import io.pgorm.benchmarks.peer.Peers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmark: {@code Bench short|full|bulk|reading [queries=a,b] [peers=A,B] [delays=0,1] [threads=1,8] [rounds=n]
 * [out=folder]}. Prints each number as it comes, and writes a table of ratios ({@code results.md}) and a picture ({@code results.svg}).
 */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Plan plan = "full".equals(arguments.length == 0 ? "" : arguments[0]) ? Plan.FULL : Plan.SHORT;
        Path out = Path.of("target", "benchmark");
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            if (argument.startsWith("queries=")) {
                plan = plan.withQueries(List.of(value.split(",")));
            } else if (argument.startsWith("peers=")) {
                plan = plan.withPeers(
                        Arrays.stream(value.split(",")).map(Peers::valueOf).toList());
            } else if (argument.startsWith("rounds=")) {
                plan = plan.withRounds(Integer.parseInt(value));
            } else if (argument.startsWith("delays=")) {
                plan = plan.withDelays(Arrays.stream(value.split(","))
                        .map(milliseconds -> Duration.ofMillis(Long.parseLong(milliseconds)))
                        .toList());
            } else if (argument.startsWith("threads=")) {
                plan = plan.withThreads(
                        Arrays.stream(value.split(",")).map(Integer::valueOf).toList());
            } else if (argument.equals("bulk")) {
                try (BenchServer server = BenchServer.start(Size.SMALL)) {
                    System.out.println(Bulk.measure(server));
                }
                return;
            } else if (argument.equals("reading")) {
                try (BenchServer server = BenchServer.start(Size.SMALL)) {
                    System.out.println(readingCost(server));
                }
                return;
            } else if (argument.startsWith("out=")) {
                out = Path.of(value);
            } else if (!argument.equals("short") && !argument.equals("full")) {
                throw new IllegalArgumentException(
                        "what is " + argument
                                + "? short, full, bulk, reading, queries=, peers=, delays=, threads=, rounds= and out= are known");
            }
        }
        Measurements measurements = run(plan);
        Files.createDirectories(out);
        Files.writeString(out.resolve("results.md"), measurements.table());
        Files.writeString(out.resolve("results.svg"), Picture.of(measurements));
        System.out.println(measurements.table());
        System.out.println("written to " + out.toAbsolutePath());
    }

    private static Measurements run(Plan plan) throws Exception {
        try (BenchServer server = BenchServer.start(plan.size())) {
            Measurements measurements = new Measurements(server.describe(), plan.size());
            for (int round = 1; round <= plan.rounds(); round++) {
                for (String query : plan.queries()) {
                    for (Duration delay : plan.delays()) {
                        for (int threads : plan.threads()) {
                            for (Peers peer : plan.peers()) {
                                Case which = new Case(query, delay, threads, peer);
                                measure(server, plan, which, measurements);
                                System.out.println("round " + round + ": " + which + " " + measurements.last(which));
                            }
                        }
                    }
                }
            }
            return measurements;
        }
    }

    /** Nanoseconds for each row, by hand and by a shape, in turns. */
    private static String readingCost(BenchServer server) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("\\.ReadingCost\\.")
                        .forks(3)
                        .warmupIterations(2)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.seconds(1))
                        .jvmArgs(
                                "-Dbench.url=" + server.url(),
                                "-Dbench.user=" + server.user(),
                                "-Dbench.password=" + server.password(),
                                "-Dorg.jooq.no-logo=true",
                                "-Dorg.jooq.no-tips=true",
                                "-Xms512m",
                                "-Xmx512m")
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        StringBuilder text = new StringBuilder();
        for (RunResult result : results) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s: %.0f ns for each row of ten numbers%n",
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore() / ReadingCost.ROWS));
        }
        return text.toString();
    }

    private static void measure(BenchServer server, Plan plan, Case which, Measurements measurements)
            throws RunnerException, SQLException {
        // a delay of none goes by the same proxy only where the delay is not none: the proxy itself costs something
        String url = which.delay().isZero() ? server.url() : server.url(which.delay());
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("\\.Queries\\." + which.query() + "$")
                        .param("peer", which.peer().name())
                        .forks(1)
                        .threads(which.threads())
                        .warmupIterations(1)
                        .warmupTime(TimeValue.seconds(plan.warmUp()))
                        .measurementIterations(1)
                        .measurementTime(TimeValue.seconds(plan.measured()))
                        .addProfiler(GCProfiler.class)
                        .jvmArgs(
                                "-Dbench.url=" + url,
                                "-Dbench.user=" + server.user(),
                                "-Dbench.password=" + server.password(),
                                "-Dbench.poolSize=" + which.threads(),
                                "-Dbench.people=" + plan.size().people(),
                                "-Dorg.jooq.no-logo=true",
                                "-Dorg.jooq.no-tips=true",
                                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                                "-Xms512m",
                                "-Xmx512m")
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        RunResult result = results.iterator().next();
        measurements.add(
                which,
                result.getPrimaryResult().getScore(),
                result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
        if (!which.query().startsWith("get") && !which.query().startsWith("flat")) {
            server.forgetWritten(plan.size());
        }
    }
}
