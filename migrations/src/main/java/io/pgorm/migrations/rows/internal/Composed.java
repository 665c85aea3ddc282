package io.pgorm.migrations.rows.internal;

import java.util.ArrayList;
import java.util.List;

/** The text of values that are made of other values: arrays, composites, ranges. Stateless. */
final class Composed {

    private Composed() {}

    static Pool array(Pool elements, String delimiter) {
        List<String> values = elements.ordinary();
        List<String> ordinary = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            ordinary.add(
                    i % 2 == 0
                            ? arrayOf(List.of(values.get(i), values.get((i + 1) % values.size())), delimiter)
                            : arrayOf(List.of(values.get(i)), delimiter));
        }
        List<String> extremes = new ArrayList<>(List.of("{}", "{NULL}"));
        if (!elements.extremes().isEmpty()) {
            extremes.add(arrayOf(elements.extremes(), delimiter));
        }
        return new Pool(ordinary, extremes);
    }

    static String arrayOf(List<String> values, String delimiter) {
        return "{"
                + String.join(delimiter, values.stream().map(Composed::quoted).toList()) + "}";
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static Pool composite(List<Pool> attributes) {
        List<String> ordinary = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            List<String> parts = new ArrayList<>();
            for (Pool attribute : attributes) {
                List<String> values = attribute.all();
                parts.add(values.isEmpty() ? "" : quoted(values.get(i % values.size())));
            }
            ordinary.add("(" + String.join(",", parts) + ")");
        }
        return new Pool(ordinary, List.of("(" + ",".repeat(Math.max(0, attributes.size() - 1)) + ")"));
    }

    /** Ranges that do not overlap, so that they may stand beside each other where overlapping is excluded. */
    static Pool range(Pool bounds) {
        List<String> values = bounds.ordinary();
        List<String> ordinary = new ArrayList<>();
        for (int i = 0; i + 1 < values.size(); i += 2) {
            ordinary.add("[" + quoted(values.get(i)) + "," + quoted(values.get(i + 1)) + ")");
        }
        return new Pool(ordinary, List.of("empty", "(,)"));
    }

    static Pool multirange(Pool ranges) {
        List<String> ordinary = new ArrayList<>();
        ranges.ordinary().forEach(range -> ordinary.add("{" + range + "}"));
        if (ranges.ordinary().size() > 1) {
            ordinary.add(
                    "{" + ranges.ordinary().get(0) + "," + ranges.ordinary().get(1) + "}");
        }
        return new Pool(ordinary, List.of("{}"));
    }
}
