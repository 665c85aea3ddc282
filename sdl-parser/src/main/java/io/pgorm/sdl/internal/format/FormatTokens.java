package io.pgorm.sdl.internal.format;

import io.pgorm.sdl.internal.grammar.PgormLexer;
import java.util.ArrayList;
import java.util.List;

/** Lays out a run of tokens: the spaces between them, and where the run may be broken. Stateless but for its tokens. */
final class FormatTokens {

    private static final int INDENT = 2;

    private final Tokens tokens;

    FormatTokens(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The tokens from one place to before another; broken, if need be, before the attributes.
     *
     * @param indent of its lines but the first
     */
    Doc run(int from, int to, int indent) {
        return run(from, to, indent, -1);
    }

    /** @param breakable a further place before which it may be broken */
    Doc run(int from, int to, int indent, int breakable) {
        List<Doc> parts = new ArrayList<>();
        int at = from;
        while (at < to) {
            if (at > from) {
                parts.add(new Doc.Indent(indent, separator(tokens.before(at), at, breakable)));
            }
            if (tokens.opens(at)) {
                parts.add(brackets(at, tokens.closing(at)));
                at = tokens.closing(at) + 1;
            } else {
                parts.add(new Doc.Text(tokens.text(at)));
                at++;
            }
        }
        return new Doc.All(parts);
    }

    /** Brackets and what is in them: on one line, or each item on its own. */
    private Doc brackets(int open, int close) {
        List<Doc> parts = new ArrayList<>();
        Gap gap = tokens.before(open + 1);
        int items = 0;
        int at = open + 1;
        while (at < close) {
            int comma = nextComma(at, close);
            if (items > 0) {
                parts.add(gap.hasComments() ? comments(gap) : new Doc.Line(" "));
            } else {
                parts.add(gap.hasComments() ? comments(gap) : new Doc.Line(""));
            }
            items++;
            parts.add(run(at, comma, INDENT));
            gap = tokens.before(comma);
            if (comma < close) {
                gap = gap.and(tokens.before(comma + 1));
                if (comma + 1 < close) {
                    parts.add(new Doc.Text(","));
                }
            }
            at = comma + 1;
        }
        Doc opening = new Doc.Text(tokens.text(open));
        Doc closing = new Doc.Text(tokens.text(close));
        if (items == 0 && !gap.hasComments()) {
            return Doc.all(opening, closing);
        }
        boolean bare = items == 1 && parts.getFirst() instanceof Doc.Line && !gap.hasComments();
        if (bare) {
            return Doc.all(opening, parts.getLast(), closing);
        }
        return new Doc.Group(Doc.all(
                opening,
                new Doc.Indent(
                        INDENT,
                        gap.hasComments() ? Doc.all(new Doc.All(parts), commentsBefore(gap)) : new Doc.All(parts)),
                gap.hasComments() ? new Doc.LineEnd() : new Doc.Line(""),
                closing));
    }

    private int nextComma(int from, int close) {
        int at = from;
        while (at < close && tokens.type(at) != PgormLexer.COMMA) {
            at = tokens.opens(at) ? tokens.closing(at) + 1 : at + 1;
        }
        return at;
    }

    /** What stands between two tokens of a run. */
    private Doc separator(Gap gap, int next, int breakable) {
        if (gap.hasComments()) {
            return comments(gap);
        }
        if (tokens.type(next) == PgormLexer.AT || next == breakable) {
            return new Doc.Line(" ");
        }
        return isSpaced(next) ? Doc.SPACE : Doc.EMPTY;
    }

    /** Comments, and the line end that must follow them. */
    static Doc comments(Gap gap) {
        return Doc.all(commentsBefore(gap), new Doc.LineEnd());
    }

    private static Doc commentsBefore(Gap gap) {
        List<Doc> parts = new ArrayList<>();
        gap.trailing().ifPresent(text -> parts.add(new Doc.Comment("  " + text)));
        for (Gap.CommentLine line : gap.lines()) {
            parts.add(new Doc.LineEnd());
            parts.add(new Doc.Comment(line.text()));
        }
        return new Doc.All(parts);
    }

    private boolean isSpaced(int next) {
        int before = next - 1;
        switch (tokens.type(before)) {
            case PgormLexer.DOT, PgormLexer.AT, PgormLexer.ATAT -> {
                return false;
            }
            case PgormLexer.COLON, PgormLexer.EQUALS -> {
                return true;
            }
            default -> {}
        }
        return switch (tokens.type(next)) {
            case PgormLexer.COMMA, PgormLexer.COLON, PgormLexer.DOT, PgormLexer.QUESTION -> false;
            case PgormLexer.LPAREN -> !tokens.isWord(before) || isTable(before);
            // Int[], but after [User]
            case PgormLexer.LBRACKET -> tokens.closing(next) > next + 1;
            default -> true;
        };
    }

    /** Whether it is the word in {@code returns table (...)}. */
    private boolean isTable(int place) {
        return tokens.text(place).equals("table")
                && place > 0
                && tokens.text(place - 1).equals("returns");
    }
}
