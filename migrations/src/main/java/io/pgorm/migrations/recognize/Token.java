package io.pgorm.migrations.recognize;

import io.pgorm.ir.sql.SqlScanner;
import io.pgorm.ir.sql.SqlScanner.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A piece of a statement. Immutable.
 *
 * @param text words in lower case, quoted names without their quotes, all else as it stands
 */
record Token(Kind kind, String text) {

    enum Kind {
        WORD,
        QUOTED,
        LITERAL,
        NUMBER,
        SYMBOL
    }

    /** Past the end of a statement. */
    static final Token END = new Token(Kind.SYMBOL, "");

    /** Comments are left out. */
    static List<Token> of(String sql) {
        List<Token> tokens = new ArrayList<>();
        for (Segment segment : SqlScanner.scan(sql)) {
            switch (segment.kind()) {
                case CODE -> code(segment.text(), tokens);
                case LITERAL -> tokens.add(new Token(Kind.LITERAL, segment.text()));
                case QUOTED_IDENTIFIER -> tokens.add(new Token(Kind.QUOTED, unquoted(segment.text())));
                case COMMENT -> {}
            }
        }
        return tokens;
    }

    private static String unquoted(String quoted) {
        return quoted.substring(1, Math.max(1, quoted.length() - 1)).replace("\"\"", "\"");
    }

    private static void code(String code, List<Token> tokens) {
        int at = 0;
        while (at < code.length()) {
            char c = code.charAt(at);
            int end = at + 1;
            if (Character.isDigit(c)) {
                while (end < code.length() && (SqlScanner.isWordPart(code.charAt(end)) || code.charAt(end) == '.')) {
                    end++;
                }
                tokens.add(new Token(Kind.NUMBER, code.substring(at, end)));
            } else if (SqlScanner.isWordPart(c)) {
                while (end < code.length() && SqlScanner.isWordPart(code.charAt(end))) {
                    end++;
                }
                tokens.add(new Token(Kind.WORD, code.substring(at, end).toLowerCase(Locale.ROOT)));
            } else if (code.startsWith("::", at)) {
                end = at + 2;
                tokens.add(new Token(Kind.SYMBOL, "::"));
            } else if (!Character.isWhitespace(c)) {
                tokens.add(new Token(Kind.SYMBOL, code.substring(at, end)));
            }
            at = end;
        }
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }
}
