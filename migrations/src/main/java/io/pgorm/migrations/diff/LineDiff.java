package io.pgorm.migrations.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines in which two texts differ, as a patch with three lines around each change. Stateless. */
final class LineDiff {

    private static final int AROUND = 3;

    private LineDiff() {}

    private record Line(char mark, String text) {}

    /** Lines that begin with a minus stand in the first text only, those with a plus in the second. */
    static String of(List<String> first, List<String> second) {
        List<Line> lines = lines(first, second);
        boolean[] shown = new boolean[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).mark() != ' ') {
                for (int j = Math.max(0, i - AROUND); j <= Math.min(lines.size() - 1, i + AROUND); j++) {
                    shown[j] = true;
                }
            }
        }
        return print(lines, shown);
    }

    private static String print(List<Line> lines, boolean[] shown) {
        StringBuilder patch = new StringBuilder();
        int firstLine = 1;
        int secondLine = 1;
        for (int i = 0; i < lines.size(); i++) {
            if (shown[i]) {
                if (i == 0 || !shown[i - 1]) {
                    patch.append("@@ -")
                            .append(firstLine)
                            .append(" +")
                            .append(secondLine)
                            .append(" @@\n");
                }
                patch.append(lines.get(i).mark()).append(lines.get(i).text()).append('\n');
            }
            firstLine += lines.get(i).mark() == '+' ? 0 : 1;
            secondLine += lines.get(i).mark() == '-' ? 0 : 1;
        }
        return patch.toString();
    }

    /** Myers' way: the shortest list of changes, found by going as far as possible with one, two, three of them. */
    private static List<Line> lines(List<String> first, List<String> second) {
        int most = first.size() + second.size();
        Map<Integer, Integer> reached = new LinkedHashMap<>();
        reached.put(1, 0);
        List<Map<Integer, Integer>> trace = new ArrayList<>();
        for (int changes = 0; changes <= most; changes++) {
            trace.add(new LinkedHashMap<>(reached));
            for (int diagonal = -changes; diagonal <= changes; diagonal += 2) {
                int x = start(reached, diagonal, changes);
                int y = x - diagonal;
                while (x < first.size() && y < second.size() && first.get(x).equals(second.get(y))) {
                    x++;
                    y++;
                }
                reached.put(diagonal, x);
                if (x >= first.size() && y >= second.size()) {
                    return back(first, second, trace);
                }
            }
        }
        return List.of();
    }

    private static int at(Map<Integer, Integer> reached, int diagonal) {
        return reached.getOrDefault(diagonal, -1);
    }

    private static boolean isInsertion(Map<Integer, Integer> reached, int diagonal, int changes) {
        return diagonal == -changes || diagonal != changes && at(reached, diagonal - 1) < at(reached, diagonal + 1);
    }

    private static int start(Map<Integer, Integer> reached, int diagonal, int changes) {
        return isInsertion(reached, diagonal, changes) ? at(reached, diagonal + 1) : at(reached, diagonal - 1) + 1;
    }

    private static List<Line> back(List<String> first, List<String> second, List<Map<Integer, Integer>> trace) {
        List<Line> lines = new ArrayList<>();
        int x = first.size();
        int y = second.size();
        for (int changes = trace.size() - 1; changes >= 0; changes--) {
            Map<Integer, Integer> reached = trace.get(changes);
            boolean insertion = isInsertion(reached, x - y, changes);
            int before = insertion ? x - y + 1 : x - y - 1;
            int beforeX = at(reached, before);
            int beforeY = beforeX - before;
            while (x > beforeX && y > beforeY && x > 0 && y > 0) {
                lines.add(new Line(' ', first.get(x - 1)));
                x--;
                y--;
            }
            if (changes > 0) {
                lines.add(insertion ? new Line('+', second.get(beforeY)) : new Line('-', first.get(beforeX)));
                x = beforeX;
                y = beforeY;
            }
        }
        return lines.reversed();
    }
}
