package io.pgorm.migrations.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts of outcomes. Not thread-safe. */
final class Tally {

    private int pairs;
    private int arrived;
    private int empty;
    private int failedOnData;
    private int withRows;
    private long rows;
    private long statements;
    private final Map<String, List<Long>> refused = new TreeMap<>();
    private final Map<String, List<Long>> failed = new TreeMap<>();

    void add(long seed, Outcome outcome) {
        pairs++;
        switch (outcome) {
            case Outcome.Arrived(int count, int onData, int put) -> {
                arrived++;
                statements += count;
                empty += count == 0 ? 1 : 0;
                failedOnData += onData;
                rows += put;
                withRows += put > 0 ? 1 : 0;
            }
            case Outcome.Refused(String reason) ->
                refused.computeIfAbsent(Signatures.of(reason), key -> new ArrayList<>())
                        .add(seed);
            case Outcome.Failed failure ->
                failed.computeIfAbsent(failure.signature(), key -> new ArrayList<>())
                        .add(seed);
        }
    }

    int failures() {
        return failed.values().stream().mapToInt(List::size).sum();
    }

    int pairs() {
        return pairs;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int refusals = refused.values().stream().mapToInt(List::size).sum();
        text.append(pairs)
                .append(" pairs: ")
                .append(arrived)
                .append(" arrived both ways (")
                .append(empty)
                .append(" without a statement, ")
                .append(statements)
                .append(" statements; ")
                .append(withRows)
                .append(" with ")
                .append(rows)
                .append(" rows, ")
                .append(failedOnData)
                .append(" of them stopped at data as announced), ")
                .append(refusals)
                .append(" refused, ")
                .append(failures())
                .append(" failed\n");
        list("failed", failed, text);
        list("refused", refused, text);
        return text.toString();
    }

    private static void list(String what, Map<String, List<Long>> all, StringBuilder text) {
        all.entrySet().stream()
                .sorted((one, other) -> other.getValue().size() - one.getValue().size())
                .forEach(entry -> text.append("  ")
                        .append(what)
                        .append(' ')
                        .append(entry.getValue().size())
                        .append("x ")
                        .append(entry.getKey())
                        .append("   seeds ")
                        .append(entry.getValue()
                                .subList(0, Math.min(4, entry.getValue().size())))
                        .append('\n'));
    }
}
