package io.pgorm.features.internal;

import io.pgorm.ir.sql.SqlScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word, a quoted name, a literal or a single other character of SQL; space and comments are left out.
 *
 * @param text as PostgreSQL understands it: a word in lower case, a quoted name without its quotes
 * @param start offset of its first character in the SQL
 * @param end the offset after its last one
 */
public record Token(Kind kind, String text, int start, int end) {

    public enum Kind {
        WORD,
        QUOTED,
        LITERAL,
        SYMBOL
    }

    /** Whether it is this word, unquoted, or this character. */
    public boolean is(String wordOrSymbol) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(wordOrSymbol);
    }

    /** Whether it may name something. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    public static List<Token> of(String sql) {
        List<Token> tokens = new ArrayList<>();
        for (SqlScanner.Segment segment : SqlScanner.scan(sql)) {
            int end = segment.start() + segment.text().length();
            switch (segment.kind()) {
                case CODE -> addCode(segment, tokens);
                case LITERAL -> tokens.add(new Token(Kind.LITERAL, segment.text(), segment.start(), end));
                case QUOTED_IDENTIFIER ->
                    tokens.add(new Token(Kind.QUOTED, unquote(segment.text()), segment.start(), end));
                case COMMENT -> {}
            }
        }
        return tokens;
    }

    private static void addCode(SqlScanner.Segment segment, List<Token> tokens) {
        String code = segment.text();
        int at = 0;
        while (at < code.length()) {
            int end = at + 1;
            if (SqlScanner.isWordPart(code.charAt(at))) {
                while (end < code.length() && SqlScanner.isWordPart(code.charAt(end))) {
                    end++;
                }
                String word = code.substring(at, end).toLowerCase(Locale.ROOT);
                tokens.add(new Token(Kind.WORD, word, segment.start() + at, segment.start() + end));
            } else if (!Character.isWhitespace(code.charAt(at))) {
                tokens.add(
                        new Token(Kind.SYMBOL, code.substring(at, end), segment.start() + at, segment.start() + end));
            }
            at = end;
        }
    }

    private static String unquote(String quoted) {
        String open = quoted.substring(1);
        return (open.endsWith("\"") ? open.substring(0, open.length() - 1) : open).replace("\"\"", "\"");
    }
}
