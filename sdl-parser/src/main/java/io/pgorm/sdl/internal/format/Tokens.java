package io.pgorm.sdl.internal.format;

import io.pgorm.sdl.internal.grammar.PgormLexer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** The tokens of a file by their place, the end of the file as the last, and what stands between them. Immutable. */
final class Tokens {

    private final List<Token> tokens;
    private final List<Gap> gaps;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final Map<Integer, Integer> closings = new HashMap<>();

    /** @param all the tokens of a file without syntax errors, comments among them */
    Tokens(List<Token> all) {
        List<Token> kept = new ArrayList<>();
        List<Gap> found = new ArrayList<>();
        List<Token> comments = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        for (Token token : all) {
            if (token.getChannel() != Token.DEFAULT_CHANNEL) {
                comments.add(token);
                continue;
            }
            found.add(gap(kept.isEmpty() ? 0 : endLine(kept.getLast()), comments, token));
            comments.clear();
            int place = kept.size();
            places.put(token.getTokenIndex(), place);
            kept.add(token);
            switch (token.getType()) {
                case PgormLexer.LPAREN, PgormLexer.LBRACKET, PgormLexer.LBRACE -> open.push(place);
                case PgormLexer.RPAREN, PgormLexer.RBRACKET, PgormLexer.RBRACE -> closings.put(open.pop(), place);
                default -> {}
            }
        }
        this.tokens = List.copyOf(kept);
        this.gaps = List.copyOf(found);
    }

    private static Gap gap(int lineBefore, List<Token> comments, Token next) {
        Optional<String> trailing = Optional.empty();
        List<Gap.CommentLine> lines = new ArrayList<>();
        int line = lineBefore;
        for (Token comment : comments) {
            // documentation is kept to the letter, blanks at its end too
            String text = comment.getType() == PgormLexer.DOCUMENTATION
                    ? comment.getText()
                    : comment.getText().stripTrailing();
            if (comment.getLine() == lineBefore) {
                trailing = Optional.of(text);
            } else {
                lines.add(new Gap.CommentLine(text, comment.getLine() > line + 1));
            }
            line = comment.getLine();
        }
        return new Gap(trailing, lines, next.getLine() > line + 1);
    }

    private static int endLine(Token token) {
        return token.getLine()
                + (int) token.getText().chars().filter(c -> c == '\n').count();
    }

    /** The place of the end of the file. */
    int end() {
        return tokens.size() - 1;
    }

    int place(Token token) {
        Integer place = places.get(token.getTokenIndex());
        if (place == null) {
            throw new IllegalArgumentException("no token of this file: " + token);
        }
        return place;
    }

    int type(int place) {
        return tokens.get(place).getType();
    }

    String text(int place) {
        return tokens.get(place).getText();
    }

    /** What stands before the token at a place. */
    Gap before(int place) {
        return gaps.get(place);
    }

    boolean opens(int place) {
        return closings.containsKey(place);
    }

    /** Where the bracket that opens at a place is closed. */
    int closing(int place) {
        Integer closing = closings.get(place);
        if (closing == null) {
            throw new IllegalArgumentException("no bracket opens here: " + text(place));
        }
        return closing;
    }

    boolean isWord(int place) {
        return place >= 0 && Character.isUnicodeIdentifierStart(text(place).codePointAt(0))
                || text(place).startsWith("_");
    }
}
