package io.pgorm.sdl.internal.syntax;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** A file's text and the way from offsets in it to lines and columns. Immutable. */
public final class SourceText {

    private final String name;
    private final String text;
    private final int[] lineStarts;
    /** Where each code point begins; null where each is one char, as nearly always. */
    private final int @Nullable [] codePointStarts;

    public SourceText(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts(text);
        int points = text.codePointCount(0, text.length());
        this.codePointStarts = points == text.length() ? null : codePointStarts(text, points);
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** The span from one offset to before another, both in UTF-16 units. */
    public SourceSpan span(int from, int to) {
        int line = lineOf(from);
        int endLine = lineOf(Math.max(from, to));
        return new SourceSpan(
                name, line + 1, from - lineStarts[line] + 1, endLine + 1, Math.max(from, to) - lineStarts[endLine] + 1);
    }

    public SourceSpan span(Token token) {
        return span(start(token), end(token));
    }

    /** The span from the first character of one token to the last of another. */
    public SourceSpan span(Token first, Token last) {
        return span(start(first), end(last));
    }

    /** The offset of a token's first character in UTF-16 units. */
    public int start(Token token) {
        return offset(token.getStartIndex());
    }

    /** The offset after a token's last character in UTF-16 units. */
    public int end(Token token) {
        return token.getType() == Token.EOF ? offset(token.getStartIndex()) : offset(token.getStopIndex() + 1);
    }

    /** The line of an offset, counted from 0. */
    private int lineOf(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    private int offset(int codePoint) {
        int @Nullable [] starts = codePointStarts;
        int offset = starts == null ? codePoint : starts[Math.min(codePoint, starts.length - 1)];
        return Math.min(offset, text.length());
    }

    private static int[] lineStarts(String text) {
        IntStream.Builder starts = IntStream.builder().add(0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean half = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || c == '\r' && !half) {
                starts.add(i + 1);
            }
        }
        return starts.build().toArray();
    }

    private static int[] codePointStarts(String text, int points) {
        int[] starts = new int[points + 1];
        int at = 0;
        for (int i = 0; i < points; i++) {
            starts[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        starts[points] = at;
        return starts;
    }
}
