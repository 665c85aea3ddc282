package io.pgorm.features.rls.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who can do what to which row, as a table. {@code toString} is that table, and goes into a file that is kept with the tests:
 * a change of a policy is then a change that a reviewer sees.
 */
public record PolicyMatrix(List<Line> lines) {

    public PolicyMatrix {
        lines = List.copyOf(lines);
    }

    /**
     * One caller and one row.
     *
     * @param outcomes one for each {@link PolicyOperation}, in their order
     */
    public record Line(String caller, String row, List<Outcome> outcomes) {
        public Line {
            outcomes = List.copyOf(outcomes);
        }

        public Outcome outcome(PolicyOperation operation) {
            return outcomes.get(operation.ordinal());
        }
    }

    /**
     * Compares it with the file; with {@code -Dpgorm.golden.update=true}, or where there is no file yet, it writes the file.
     *
     * @throws AssertionError if they differ, and if the file was not there
     */
    public void requireSame(Path file) {
        try {
            boolean there = Files.exists(file);
            if (Boolean.getBoolean("pgorm.golden.update") || !there) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, toString());
            }
            if (!there && !Boolean.getBoolean("pgorm.golden.update")) {
                throw new AssertionError(file + " was not there and was written; look at it, and keep it:\n" + this);
            }
            String kept = Files.readString(file);
            if (!kept.equals(toString())) {
                throw new AssertionError("who can do what is no longer as " + file + " has it. It was:\n" + kept
                        + "and is:\n" + this + "If that is meant, run with -Dpgorm.golden.update=true");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        List<List<String>> cells = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("caller", "row"));
        for (PolicyOperation operation : PolicyOperation.values()) {
            head.add(operation.words());
        }
        cells.add(head);
        lines.forEach(line -> {
            List<String> texts = new ArrayList<>(List.of(line.caller(), line.row()));
            line.outcomes().forEach(outcome -> texts.add(outcome.toString()));
            cells.add(texts);
        });
        int[] widths = IntStream.range(0, head.size())
                .map(column -> cells.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        List<String> rule = IntStream.of(widths).mapToObj("-"::repeat).toList();
        cells.add(1, rule);
        return cells.stream().map(line -> text(line, widths)).collect(Collectors.joining());
    }

    private static String text(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> cells.get(column)
                        + " ".repeat(widths[column] - cells.get(column).length()))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
