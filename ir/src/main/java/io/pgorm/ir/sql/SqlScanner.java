package io.pgorm.ir.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL into code and what only looks like code: literals, quoted identifiers, comments. It does not parse; it
 * knows just enough of PostgreSQL's lexical rules for a text to be searched without being fooled. Stateless.
 */
public final class SqlScanner {

    private final String sql;
    private final List<Segment> segments = new ArrayList<>();
    private int codeStart;

    private SqlScanner(String sql) {
        this.sql = sql;
    }

    /**
     * A stretch of the SQL.
     *
     * @param start offset of its first character
     * @param closed false for a literal, identifier or comment that the end of the text cut off
     */
    public record Segment(Kind kind, int start, String text, boolean closed) {}

    /** What a stretch is. */
    public enum Kind {
        CODE,
        /** {@code '...'}, {@code E'...'} or {@code $tag$...$tag$}. */
        LITERAL,
        /** {@code "..."}. */
        QUOTED_IDENTIFIER,
        /** {@code --} to the end of the line, or a nested {@code /* ... *}{@code /}. */
        COMMENT
    }

    /** The segments in order; put together they are the text again. */
    public static List<Segment> scan(String sql) {
        return new SqlScanner(sql).run();
    }

    private List<Segment> run() {
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            int end = switch (c) {
                case '\'' -> close(at, Kind.LITERAL, '\'', isEscapeString(at));
                case '"' -> close(at, Kind.QUOTED_IDENTIFIER, '"', false);
                case '$' -> dollarQuoted(at);
                case '-' -> sql.startsWith("--", at) ? lineComment(at) : at + 1;
                case '/' -> sql.startsWith("/*", at) ? blockComment(at) : at + 1;
                default -> at + 1;
            };
            at = end;
        }
        flushCode(sql.length());
        return List.copyOf(segments);
    }

    private void flushCode(int end) {
        if (end > codeStart) {
            segments.add(new Segment(Kind.CODE, codeStart, sql.substring(codeStart, end), true));
        }
    }

    private int add(Kind kind, int start, int end, boolean closed) {
        flushCode(start);
        segments.add(new Segment(kind, start, sql.substring(start, end), closed));
        codeStart = end;
        return end;
    }

    /** A doubled quote stands for itself; in an escape string a backslash takes the next character with it. */
    private int close(int start, Kind kind, char quote, boolean escapes) {
        int at = start + 1;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (escapes && c == '\\') {
                at += 2;
            } else if (c != quote) {
                at++;
            } else if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                at += 2;
            } else {
                return add(kind, start, at + 1, true);
            }
        }
        return add(kind, start, sql.length(), false);
    }

    private boolean isEscapeString(int quote) {
        if (quote == 0 || Character.toUpperCase(sql.charAt(quote - 1)) != 'E') {
            return false;
        }
        return quote == 1 || !isWordPart(sql.charAt(quote - 2));
    }

    private int dollarQuoted(int start) {
        if (start > 0 && isWordPart(sql.charAt(start - 1))) {
            return start + 1;
        }
        int tagEnd = start + 1;
        while (tagEnd < sql.length() && isWordPart(sql.charAt(tagEnd)) && sql.charAt(tagEnd) != '$') {
            tagEnd++;
        }
        boolean isTag = tagEnd < sql.length() && sql.charAt(tagEnd) == '$' && !Character.isDigit(sql.charAt(start + 1));
        if (!isTag) {
            return start + 1;
        }
        String tag = sql.substring(start, tagEnd + 1);
        int end = sql.indexOf(tag, tagEnd + 1);
        return end < 0
                ? add(Kind.LITERAL, start, sql.length(), false)
                : add(Kind.LITERAL, start, end + tag.length(), true);
    }

    private int lineComment(int start) {
        int end = sql.indexOf('\n', start);
        return add(Kind.COMMENT, start, end < 0 ? sql.length() : end, true);
    }

    private int blockComment(int start) {
        int depth = 0;
        int at = start;
        while (at < sql.length()) {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
                if (depth == 0) {
                    return add(Kind.COMMENT, start, at, true);
                }
            } else {
                at++;
            }
        }
        return add(Kind.COMMENT, start, sql.length(), false);
    }

    /** Whether the character may stand inside an unquoted identifier. */
    public static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
