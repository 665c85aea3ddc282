package io.pgorm.sdl.internal.syntax;

import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;

/**
 * Reads the text of a string. In {@code "..."} a backslash escapes; a text block takes all as it stands, blanks at the
 * ends of lines too, and loses the indentation that its lines have in common, as in Java. One backslash in it is not
 * text: the last character of the last line before that of the closing quotes takes away the line break behind it, as
 * in Java. Line breaks of a block are line feeds, whatever the file has.
 */
final class ReadString {

    private static final String MARK = "\"\"\"";

    private final SourceText source;
    private final Report report;
    private final StringBuilder text = new StringBuilder();
    private final IntStream.Builder offsets = IntStream.builder();

    private ReadString(SourceText source, Report report) {
        this.source = source;
        this.report = report;
    }

    static StringValue read(Token token, boolean block, SourceText source, Report report) {
        ReadString reader = new ReadString(source, report);
        int start = source.start(token);
        int end = source.end(token);
        if (block) {
            reader.block(start + MARK.length(), end - MARK.length());
        } else {
            reader.line(start + 1, end - 1);
        }
        reader.offsets.add(end - (block ? MARK.length() : 1));
        SourceSpan span = source.span(token);
        String value = reader.text.toString();
        reader.refuseUnstorable(value, span);
        return new StringValue(value, reader.offsets.build().toArray(), source, span);
    }

    private void put(char c, int offset) {
        text.append(c);
        offsets.add(offset);
    }

    private void line(int from, int to) {
        String all = source.text();
        int at = from;
        while (at < to) {
            char c = all.charAt(at);
            if (c != '\\') {
                put(c, at++);
                continue;
            }
            char escape = all.charAt(at + 1);
            int length = 2;
            switch (escape) {
                case '"', '\\' -> put(escape, at);
                case 'n' -> put('\n', at);
                case 't' -> put('\t', at);
                case 'u' -> length = unicode(at, to);
                default -> {
                    refuseEscape(at, at + 2);
                    put(escape, at);
                }
            }
            at += length;
        }
    }

    private int unicode(int at, int to) {
        int value = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = i < to ? Character.digit(source.text().charAt(i), 16) : -1;
            if (digit < 0) {
                refuseEscape(at, Math.min(i, to));
                return Math.min(i, to) - at;
            }
            value = value * 16 + digit;
        }
        put((char) value, at);
        return 6;
    }

    private void refuseEscape(int from, int to) {
        report.error(
                Codes.BAD_ESCAPE,
                source.span(from, to),
                "a string has no escape " + source.text().substring(from, to),
                "the escapes are \\\" \\\\ \\n \\t \\uXXXX; for a backslash itself write \\\\, or use \"\"\"...\"\"\"");
    }

    private void refuseUnstorable(String value, SourceSpan span) {
        boolean halfPair = value.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
        if (value.indexOf('\0') >= 0) {
            report.error(
                    Codes.UNSTORABLE_TEXT, span, "a string holds the character NUL, which PostgreSQL cannot store");
        } else if (halfPair) {
            report.error(Codes.UNSTORABLE_TEXT, span, "a string holds half of a surrogate pair, which is no character");
        }
    }

    /** A line of a text block: from its first character to before its line end. */
    private record Line(int from, int to) {}

    private void block(int from, int to) {
        List<Line> lines = lines(from, to);
        if (lines.size() == 1) {
            putStripped(lines.getFirst(), indentation(lines.getFirst()));
            return;
        }
        List<Line> indented = lines.subList(1, lines.size());
        int margin = margin(indented);
        Line first = lines.getFirst();
        if (!isBlank(first)) {
            put(first, indentation(first), false);
            put('\n', first.to());
        }
        for (int i = 0; i < indented.size(); i++) {
            Line line = indented.get(i);
            boolean beforeQuotes = i == indented.size() - 2 && isBlank(indented.getLast());
            boolean joined = beforeQuotes && source.text().charAt(Math.max(line.from(), line.to() - 1)) == '\\';
            put(line, Math.min(margin, line.to() - line.from()), joined);
            if (i < indented.size() - 1 && !joined) {
                put('\n', line.to());
            }
        }
    }

    private List<Line> lines(int from, int to) {
        List<Line> lines = new ArrayList<>();
        String all = source.text();
        int start = from;
        for (int at = from; at < to; at++) {
            char c = all.charAt(at);
            if (c == '\n' || c == '\r') {
                lines.add(new Line(start, at));
                if (c == '\r' && at + 1 < to && all.charAt(at + 1) == '\n') {
                    at++;
                }
                start = at + 1;
            }
        }
        lines.add(new Line(start, to));
        return lines;
    }

    /** The last line counts even when blank: the place of the closing quotes says how far to strip. */
    private int margin(List<Line> lines) {
        int margin = Integer.MAX_VALUE;
        for (int i = 0; i < lines.size(); i++) {
            if (i == lines.size() - 1 || !isBlank(lines.get(i))) {
                margin = Math.min(margin, indentation(lines.get(i)));
            }
        }
        return margin;
    }

    private int indentation(Line line) {
        int at = line.from();
        while (at < line.to() && Character.isWhitespace(source.text().charAt(at))) {
            at++;
        }
        return at - line.from();
    }

    private boolean isBlank(Line line) {
        return source.text().substring(line.from(), line.to()).isBlank();
    }

    /** @param joined whether its last character is the backslash that takes the line break away */
    private void put(Line line, int skip, boolean joined) {
        for (int at = line.from() + skip; at < line.to() - (joined ? 1 : 0); at++) {
            put(source.text().charAt(at), at);
        }
    }

    private void putStripped(Line line, int skip) {
        int end = line.to();
        while (end > line.from() + skip && Character.isWhitespace(source.text().charAt(end - 1))) {
            end--;
        }
        for (int at = line.from() + skip; at < end; at++) {
            put(source.text().charAt(at), at);
        }
    }
}
