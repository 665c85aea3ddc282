package io.pgorm.sdl.internal.write;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The text as it grows, with the pieces that it is made of: what a complaint about a place is about. For one thread. */
final class Page {

    private final StringBuilder text = new StringBuilder();
    private final List<Range> ranges = new ArrayList<>();

    /** A piece and the stretch of text that says it. */
    private record Range(int from, int to, Piece piece) {}

    int mark() {
        return text.length();
    }

    Page add(String more) {
        text.append(more);
        return this;
    }

    /** Text that says the piece. */
    Page add(String more, Piece piece) {
        int from = mark();
        text.append(more);
        return close(from, piece);
    }

    /** What has been added since the mark says the piece. */
    Page close(int from, Piece piece) {
        ranges.add(new Range(from, text.length(), piece));
        return this;
    }

    /** Lines of documentation above what follows. */
    void documentation(Optional<String> comment, String indentation) {
        comment.ifPresent(each -> {
            for (String line : each.split("\n", -1)) {
                text.append(indentation)
                        .append(line.isEmpty() ? "///" : "/// " + line)
                        .append('\n');
            }
        });
    }

    /** An empty line between what is before the mark and what is after. */
    void blankLineAt(int mark) {
        text.insert(mark, '\n');
        ranges.replaceAll(range -> new Range(
                range.from() >= mark ? range.from() + 1 : range.from(),
                range.to() > mark ? range.to() + 1 : range.to(),
                range.piece()));
    }

    String text() {
        return text.toString();
    }

    /** The pieces around the place, the innermost first. */
    List<Piece> at(SourceSpan span) {
        int offset = offset(span);
        return ranges.stream()
                .filter(range -> range.from() <= offset && offset < range.to())
                .sorted(Comparator.comparingInt(range -> range.to() - range.from()))
                .map(Range::piece)
                .toList();
    }

    private int offset(SourceSpan span) {
        int at = 0;
        for (int line = 1; line < span.line(); line++) {
            at = text.indexOf("\n", at) + 1;
        }
        return at + span.column() - 1;
    }
}
