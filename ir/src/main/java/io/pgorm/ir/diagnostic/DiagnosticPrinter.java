package io.pgorm.ir.diagnostic;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Diagnostics as text for people: place, message, the source line with carets under the span, advice.
 *
 * <pre>
 * schema.pgorm:3:9: error PGO0101: unknown type Sting
 *   |
 * 3 |   name  Sting?
 *   |         ^^^^^
 *   = did you mean String?
 * </pre>
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class DiagnosticPrinter {

    private static final int TAB_WIDTH = 4;

    private final Map<String, List<String>> linesByFile;

    /**
     * @param sources the text of each file by the name its spans carry; a file that is not there is shown without its
     *     line
     */
    public DiagnosticPrinter(Map<String, String> sources) {
        this.linesByFile = sources.entrySet().stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().lines().toList()));
    }

    /** All of them in reading order, each followed by a line feed; the empty string for none. */
    public String print(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        diagnostics.stream().sorted(Diagnostic.READING_ORDER).forEach(diagnostic -> print(diagnostic, out));
        return out.toString();
    }

    private void print(Diagnostic diagnostic, StringBuilder out) {
        SourceSpan span = diagnostic.span();
        if (span.isPresent()) {
            out.append(span.file()).append(':').append(span.line()).append(':').append(span.column());
            out.append(": ");
        }
        out.append(diagnostic.severity().name().toLowerCase(Locale.ROOT))
                .append(' ')
                .append(diagnostic.code());
        out.append(": ").append(diagnostic.message()).append('\n');
        String margin =
                span.isPresent() ? " ".repeat(String.valueOf(span.line()).length()) : "";
        List<String> lines = linesByFile.getOrDefault(span.file(), List.of());
        if (span.isPresent() && span.line() <= lines.size()) {
            String line = lines.get(span.line() - 1);
            out.append(margin).append(" |\n");
            out.append(span.line()).append(" | ").append(expandTabs(line)).append('\n');
            out.append(margin).append(" | ").append(carets(line, span)).append('\n');
        }
        diagnostic
                .help()
                .ifPresent(help -> out.append(margin).append(" = ").append(help).append('\n'));
    }

    /** A span over several lines is marked to the end of its first. */
    private static String carets(String line, SourceSpan span) {
        int from = Math.min(span.column() - 1, line.length());
        int to = span.endLine() > span.line()
                ? line.stripTrailing().length()
                : Math.min(span.endColumn() - 1, line.length());
        int start = expandTabs(line.substring(0, from)).length();
        int end = expandTabs(line.substring(0, Math.max(from, to))).length();
        return " ".repeat(start) + "^".repeat(Math.max(1, end - start));
    }

    private static String expandTabs(String text) {
        return text.replace("\t", " ".repeat(TAB_WIDTH));
    }
}
