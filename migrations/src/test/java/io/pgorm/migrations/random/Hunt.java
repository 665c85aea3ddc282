package io.pgorm.migrations.random;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * For hunting by hand: {@code Hunt <first seed or seeds with commas> <pairs> [<folder for what fails>] [-noshrink]}. Each kind of failure is
 * shrunk once and written as a folder with a.sql, b.sql and the plan.
 */
final class Hunt {

    private Hunt() {}

    public static void main(String[] args) throws Exception {
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        long[] seeds = args.length > 0 && args[0].contains(",")
                ? Stream.of(args[0].split(",")).mapToLong(Long::parseLong).toArray()
                : LongStream.iterate(Long.parseLong(args[0]), seed -> seed + 1)
                        .limit(count)
                        .toArray();
        Path folder = Path.of(args.length > 2 ? args[2] : "/tmp/random-failures");
        boolean shrink = args.length < 4;
        try (ScratchServer server = ScratchServer.start(ScratchOptions.fast())) {
            Tally tally = new Tally();
            Set<String> known = new HashSet<>();
            roles(server);
            Trial trial = new Trial(server);
            Map<String, Integer> refusedBuilds = new HashMap<>();
            int built = 0;
            Made last = null;
            long began = System.nanoTime();
            for (long seed : seeds) {
                Pair pair = Pair.of(seed);
                Outcome outcome;
                try {
                    Made a = last != null && last.world().equals(pair.a()) ? last : Made.of(server, pair.a());
                    if (last != null && last != a) {
                        last.close();
                    }
                    Made b = Made.of(server, pair.b());
                    last = b;
                    built += a.accepted().size();
                    a.refused()
                            .forEach((sql, message) -> refusedBuilds.merge(
                                    Signatures.of(message) + "    e.g. "
                                            + (sql.length() > 260 ? sql.substring(0, 260) : sql).replace('\n', ' '),
                                    1,
                                    Integer::sum));
                    outcome = trial.run(a, b, pair.a(), pair.mode());
                    a.close();
                } catch (SQLException e) {
                    outcome = new Outcome.Failed("reading the catalog: " + e.getMessage(), Texts.stack(e));
                }
                tally.add(seed, outcome);
                if (tally.pairs() % 100 == 0) {
                    System.out.printf("%.0f s: %s", (System.nanoTime() - began) / 1e9, tally);
                }
                if (!(outcome instanceof Outcome.Arrived) && known.add(outcome.signature())) {
                    System.out.println("seed " + seed + ": " + what(outcome));
                    write(folder, server, trial, pair, outcome, shrink);
                }
            }
            System.out.printf("%.1f s%n", (System.nanoTime() - began) / 1e9);
            System.out.println(tally);
            System.out.println(built + " statements built a's; refused there:");
            refusedBuilds.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(25)
                    .forEach(entry -> System.out.println("  " + entry.getValue() + " " + entry.getKey()));
        }
        System.exit(0);
    }

    static void roles(ScratchServer server) throws SQLException {
        try (var database = server.create();
                Connection connection = database.connect()) {
            Roles.create(connection);
        }
    }

    private static void write(
            Path folder, ScratchServer server, Trial trial, Pair pair, Outcome outcome, boolean shrink)
            throws IOException, SQLException {
        Shrinker.Small small = shrink
                ? Shrinker.shrink(trial, pair.mode(), outcome, pair.a(), pair.b(), 40)
                : new Shrinker.Small(pair.a(), pair.b());
        Path home = Files.createDirectories(folder.resolve(Long.toString(pair.seed())));
        try (Made a = Made.of(server, small.a());
                Made b = Made.of(server, small.b())) {
            Files.writeString(home.resolve("a.sql"), a.script());
            Files.writeString(home.resolve("b.sql"), b.script());
            Outcome again = trial.run(a, b, small.a(), pair.mode());
            Files.writeString(
                    home.resolve("README"),
                    pair.mode() + "\n"
                            + what(again instanceof Outcome.Arrived ? outcome : again) + "\n"
                            + (again instanceof Outcome.Failed now ? now.detail() : ""));
        }
    }

    private static String what(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Arrived arrived -> "arrived";
            case Outcome.Refused(String reason) -> "refused: " + reason;
            case Outcome.Failed failed -> failed.what();
        };
    }
}
