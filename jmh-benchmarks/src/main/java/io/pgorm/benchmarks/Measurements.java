package io.pgorm.benchmarks;

import io.pgorm.benchmarks.data.Size;
import io.pgorm.benchmarks.peer.Peers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was measured. Not thread-safe. */
final class Measurements {

    /** @param delay that each round trip takes longer */
    record Case(String query, Duration delay, int threads, Peers peer) {
        Setting setting() {
            return new Setting(query, delay, threads);
        }

        @Override
        public String toString() {
            return setting() + ", " + peer.label();
        }
    }

    /** What the peers of one row of the table have in common. */
    record Setting(String query, Duration delay, int threads) {
        @Override
        public String toString() {
            return query + ", " + delay.toMillis() + " ms" + (threads == 1 ? "" : ", " + threads + " threads");
        }
    }

    /** @param bytes allocated for each call */
    record Score(double microseconds, double bytes) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f us, %.0f B", microseconds, bytes);
        }
    }

    private final String server;
    private final Size size;
    private final Map<Case, List<Score>> scores = new LinkedHashMap<>();

    Measurements(String server, Size size) {
        this.server = server;
        this.size = size;
    }

    void add(Case which, double microseconds, double bytes) {
        scores.computeIfAbsent(which, unused -> new ArrayList<>()).add(new Score(microseconds, bytes));
    }

    Score last(Case which) {
        return scores.get(which).getLast();
    }

    Set<Setting> settings() {
        return scores.keySet().stream().map(Case::setting).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    List<Peers> peers() {
        return scores.keySet().stream().map(Case::peer).distinct().toList();
    }

    /** The median of the rounds. */
    Score median(Setting setting, Peers peer) {
        List<Score> all = scores.get(new Case(setting.query, setting.delay, setting.threads, peer));
        return new Score(
                median(all.stream().map(Score::microseconds).toList()),
                median(all.stream().map(Score::bytes).toList()));
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private int rounds() {
        return scores.values().stream().mapToInt(List::size).min().orElse(0);
    }

    /** How many times as long as the first peer each takes, in Markdown. */
    String table() {
        StringBuilder text = new StringBuilder();
        text.append("Server: ").append(server).append("; ");
        text.append(size.movies()).append(" films, ").append(size.people()).append(" people; ");
        text.append("JDK ").append(Runtime.version().feature()).append("; ");
        text.append(Runtime.getRuntime().availableProcessors()).append(" processors; ");
        text.append("median of ")
                .append(rounds())
                .append(rounds() == 1 ? " fork" : " forks")
                .append(".\n\n");
        Peers limit = peers().getFirst();
        text.append("Times the time of ")
                .append(limit.label())
                .append(", whose microseconds stand in the first column.\n\n");
        rows(text, (setting, peer) -> {
            double own = median(setting, peer).microseconds();
            return peer == limit
                    ? String.format(Locale.ROOT, "%.0f us", own)
                    : String.format(
                            Locale.ROOT, "%.2f", own / median(setting, limit).microseconds());
        });
        text.append("\nKilobytes allocated in the client for each call.\n\n");
        rows(
                text,
                (setting, peer) ->
                        String.format(Locale.ROOT, "%.0f", median(setting, peer).bytes() / 1024));
        return text.toString();
    }

    @FunctionalInterface
    private interface Cell {
        String of(Setting setting, Peers peer);
    }

    private void rows(StringBuilder text, Cell cell) {
        text.append("| |");
        peers().forEach(peer -> text.append(' ').append(peer.label()).append(" |"));
        text.append("\n|---|").append("---:|".repeat(peers().size())).append('\n');
        for (Setting setting : settings()) {
            text.append("| ").append(setting).append(" |");
            peers().forEach(peer ->
                    text.append(' ').append(cell.of(setting, peer)).append(" |"));
            text.append('\n');
        }
    }
}
