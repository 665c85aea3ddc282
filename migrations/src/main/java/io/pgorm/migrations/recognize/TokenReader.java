package io.pgorm.migrations.recognize;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Goes through the tokens of a statement. Used by one thread. */
final class TokenReader {

    private final List<Token> tokens;
    private int at;

    TokenReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    boolean isAtEnd() {
        return at >= tokens.size();
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : Token.END;
    }

    Token next() {
        Token token = peek();
        at++;
        return token;
    }

    /** Passes over these words if they are next. */
    boolean accept(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).isWord(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    /** Passes over one of these words if it is next. */
    boolean acceptAny(Set<String> words) {
        if (peek().kind() == Token.Kind.WORD && words.contains(peek().text())) {
            at++;
            return true;
        }
        return false;
    }

    boolean acceptSymbol(String symbol) {
        if (peek().isSymbol(symbol)) {
            at++;
            return true;
        }
        return false;
    }

    /** {@code users}, {@code app.users}; what is in {@code public} is called without it, as we write it. */
    String name() {
        StringBuilder name = new StringBuilder(next().text());
        while (peek().isSymbol(".") && peek(1).isName()) {
            at++;
            name.append('.').append(next().text());
        }
        String whole = name.toString();
        return whole.startsWith("public.") ? whole.substring("public.".length()) : whole;
    }

    /** Names with commas between them. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        do {
            accept("only");
            names.add(name());
            acceptSymbol("*");
            if (peek().isSymbol("(")) {
                parenthesized();
            }
        } while (acceptSymbol(","));
        return names;
    }

    /** What stands in the parentheses that open here, without them. */
    List<Token> parenthesized() {
        int start = ++at;
        int depth = 1;
        while (!isAtEnd() && depth > 0) {
            depth += step(next());
        }
        return tokens.subList(Math.min(start, tokens.size()), Math.max(Math.min(start, tokens.size()), at - 1));
    }

    /** All up to a comma outside of parentheses, which is passed over. */
    List<Token> upToComma() {
        int start = at;
        int depth = 0;
        while (!isAtEnd() && !(depth == 0 && peek().isSymbol(","))) {
            depth += step(next());
        }
        List<Token> part = tokens.subList(start, at);
        acceptSymbol(",");
        return part;
    }

    /** All up to one of these words outside of parentheses, but at least one token. */
    List<Token> upTo(Set<String> words) {
        int start = at;
        int depth = 0;
        while (!isAtEnd()
                && !(at > start && depth == 0 && peek().kind() == Token.Kind.WORD && words.contains(peek().text()))) {
            depth += step(next());
        }
        return tokens.subList(start, at);
    }

    /** All that is left. */
    List<Token> rest() {
        List<Token> rest = tokens.subList(Math.min(at, tokens.size()), tokens.size());
        at = tokens.size();
        return rest;
    }

    private static int step(Token token) {
        return token.isSymbol("(") || token.isSymbol("[") ? 1 : token.isSymbol(")") || token.isSymbol("]") ? -1 : 0;
    }

    /** Whether these words stand one behind the other somewhere in {@code tokens}. */
    static boolean contains(List<Token> tokens, String... words) {
        for (int start = 0; start + words.length <= tokens.size(); start++) {
            boolean same = true;
            for (int i = 0; i < words.length && same; i++) {
                same = tokens.get(start + i).isWord(words[i]);
            }
            if (same) {
                return true;
            }
        }
        return false;
    }
}
