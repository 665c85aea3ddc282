package io.pgorm.it.roundtrip;

import io.pgorm.migrations.pull.Proof;
import io.pgorm.migrations.pull.Pulled;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What became of each source, told once at the end. Thread-safe. */
final class RoundTripReport {

    private final String title;
    private final Map<String, String> lines = new ConcurrentSkipListMap<>();

    RoundTripReport(String title) {
        this.title = title;
    }

    void add(String source, String line) {
        lines.put(source, line);
    }

    void add(String source, Pulled pulled) {
        String how = switch (pulled.proof()) {
            case Proof.Equal() -> "ok";
            case Proof.Different different ->
                different.differences().size() + " DIFFERENCES, "
                        + different.differences().getFirst();
            case Proof.Refused(String reason) ->
                "REFUSED, " + reason.lines().findFirst().orElse("");
        };
        add(
                source,
                how + ", " + pulled.blocks().size() + " sql blocks, "
                        + pulled.unmodelled().size() + " unmodelled");
    }

    void print() {
        StringBuilder text = new StringBuilder(title).append('\n');
        new TreeMap<>(lines)
                .forEach((source, line) -> text.append("  ")
                        .append(source)
                        .append(": ")
                        .append(line)
                        .append('\n'));
        System.out.print(text);
    }
}
