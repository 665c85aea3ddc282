package io.pgorm.sdl.internal.syntax;

import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.grammar.PgormLexer;
import io.pgorm.sdl.internal.grammar.PgormParser;
import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;

/**
 * What the generated parser asks that a grammar cannot say: what stands on one line, and where to go on after an
 * error. One error is reported for each line or declaration that cannot be read, and the rest is read all the same.
 * For one thread.
 */
public abstract class RecoveringParser extends Parser {

    /** How many tokens ahead an end is looked for. Longer groups do not occur, and many errors must not cost much. */
    private static final int FAR = 1000;

    private @Nullable DescribeError describe;

    protected RecoveringParser(TokenStream tokens) {
        super(tokens);
        setErrorHandler(new RethrowErrors());
        removeErrorListeners();
    }

    public final void reportTo(SourceText source, Report report) {
        describe = new DescribeError(source, report);
    }

    /** Reports what can begin no declaration, and passes over it. */
    protected final void skipMisplaced() {
        TokenStream tokens = getTokenStream();
        while (tokens.LA(1) != Token.EOF && !isKeyword(tokens.LA(1))) {
            describe().report(this, describe().misplaced(this, tokens.LT(1)), false);
            skipToDeclaration(false, true);
        }
    }

    /** Makes the next token the word of the language that it is here, if it is one. */
    protected final void nextWord() {
        ContextualWords.mark(getTokenStream());
    }

    /** Marks what belongs to the next option of a function: a keyword that is its operand, a string that is no body. */
    protected final void nextOption() {
        ContextualWords.markOption(getTokenStream());
    }

    /** Reports what can begin no line of a block, and passes over it; a declaration there means an open block. */
    protected final void nextMember() {
        TokenStream tokens = getTokenStream();
        if (startsDeclaration()) {
            throw describe().open(this, tokens.LT(1));
        }
        while (!isWord(tokens.LA(1))
                && tokens.LA(1) != PgormLexer.ATAT
                && tokens.LA(1) != PgormLexer.RBRACE
                && tokens.LA(1) != Token.EOF) {
            int start = tokens.index();
            SyntaxProblem problem = describe().stray(this, tokens.LT(1));
            getContext().exception = problem;
            describe().report(this, problem, false);
            consume();
            skipToLine(start);
        }
    }

    private boolean startsDeclaration() {
        if (!startsLineWithKeyword()) {
            return false;
        }
        TokenStream tokens = getTokenStream();
        int next = tokens.LA(2);
        return switch (tokens.LA(1)) {
            case PgormLexer.SESSION -> next == PgormLexer.LBRACE || isWord(next) && tokens.LA(3) == PgormLexer.LBRACE;
            case PgormLexer.EXTENSION, PgormLexer.SQL -> next == PgormLexer.STRING;
            case PgormLexer.MATERIALIZED -> next == PgormLexer.VIEW;
            case PgormLexer.FUNCTION, PgormLexer.PROCEDURE -> startsRoutine();
            case PgormLexer.DOMAIN -> isWord(next) && isWord(tokens.LA(3)) && !startsLine(tokens.LT(3));
            default -> isWord(next) && tokens.LA(3) == PgormLexer.LBRACE;
        };
    }

    /** A field may be called function, and its type have arguments. */
    private boolean startsRoutine() {
        TokenStream tokens = getTokenStream();
        return isWord(tokens.LA(2))
                && tokens.LA(3) == PgormLexer.LPAREN
                && (tokens.LA(4) == PgormLexer.RPAREN || isWord(tokens.LA(4)) && isWord(tokens.LA(5)));
    }

    private boolean startsLineWithKeyword() {
        return isKeyword(getTokenStream().LA(1)) && startsLine(getTokenStream().LT(1));
    }

    /** A field without a type would otherwise take the name of the next field for one. */
    protected final void requireType() {
        Token name = getTokenStream().LT(-1);
        Token next = getTokenStream().LT(1);
        boolean domain = getContext().getStart().getType() == PgormLexer.DOMAIN
                && getContext().getStart() != name;
        if (next.getType() == PgormLexer.COLON || next.getType() == PgormLexer.EQUALS) {
            Token type = getTokenStream().LT(2);
            throw new SyntaxProblem(
                    this,
                    Codes.FIELD_WITHOUT_TYPE,
                    next,
                    next,
                    "unexpected `" + next.getText() + "` after the field name " + name.getText(),
                    "the type follows the name after a space: `" + name.getText() + " "
                            + (isWord(type.getType()) ? type.getText() : "String") + "`");
        }
        if (isWord(next.getType()) && !startsLine(next) || DescribeError.isLexicalError(next)) {
            return;
        }
        throw new SyntaxProblem(
                this,
                Codes.FIELD_WITHOUT_TYPE,
                name,
                name,
                domain
                        ? "the domain " + name.getText() + " does not say which type it is over"
                        : "the field " + name.getText() + " has no type",
                domain
                        ? "write `domain " + name.getText() + " Text`"
                        : "a field is `name Type`: `" + name.getText() + " String`");
    }

    /** A declaration without a name would otherwise take the first word of the next one for it. */
    protected final void requireName() {
        Token next = getTokenStream().LT(1);
        if (startsLineWithKeyword()) {
            Token first = getContext().getStart();
            throw new SyntaxProblem(
                    this,
                    Codes.UNEXPECTED,
                    first,
                    first,
                    first.getText() + " ends before its name, at " + next.getText() + " on line " + next.getLine(),
                    "write `" + first.getText() + " name`");
        }
    }

    /** The body of a function is said to be missing at its name, not at what follows instead. */
    protected final void requireText() {
        Token next = getTokenStream().LT(1);
        if (!isText(next)) {
            Token first = getContext().getStart();
            boolean sql = first.getType() == PgormLexer.SQL;
            throw new SyntaxProblem(
                    this,
                    Codes.MISSING_OPTION,
                    first,
                    sql ? first : DescribeError.endOfHead(getContext()),
                    sql
                            ? "this sql holds no SQL"
                            : "the " + first.getText() + " " + DescribeError.nameOf(getContext()) + " has no body",
                    sql
                            ? "the SQL is a string behind the name: `sql \"seed\" \"\"\" INSERT ... \"\"\"`"
                            : "the body is a string behind the options: `language plpgsql \"\"\" BEGIN ... END \"\"\"`");
        }
    }

    /** The same for the query of a view. */
    protected final void requireQuery() {
        Token next = getTokenStream().LT(1);
        if (next.getType() != PgormParser.AS && !DescribeError.isLexicalError(next)) {
            boolean text = isText(next);
            throw new SyntaxProblem(
                    this,
                    Codes.MISSING_OPTION,
                    text ? next : getContext().getStart(),
                    text ? next : DescribeError.endOfHead(getContext()),
                    text ? "the query of a view stands behind as" : "the view has no query",
                    "write `} as \"\"\" SELECT ... \"\"\"` behind the fields");
        }
    }

    private static boolean isText(Token token) {
        return token.getType() == PgormLexer.STRING
                || token.getType() == PgormLexer.TEXT_BLOCK
                || DescribeError.isLexicalError(token);
    }

    /** Reports, and goes on at the next line; behind the end of what was left open, if it ends inside the block. */
    protected final void recoverLine(ParserRuleContext line, RecognitionException problem) {
        line.exception = problem;
        int start = line.getStart().getTokenIndex();
        boolean leftOpen = startsLine(problem.getOffendingToken()) && endOfGroups(start) < 0;
        describe().report(this, problem, leftOpen);
        skipToLine(start);
    }

    private void skipToLine(int start) {
        TokenStream tokens = getTokenStream();
        int end = endOfGroups(start);
        while (tokens.index() < end) {
            consume();
        }
        boolean progress = tokens.index() > start;
        while (tokens.LA(1) != Token.EOF && tokens.LA(1) != PgormLexer.RBRACE) {
            if (progress && startsLine(tokens.LT(1)) && tokens.LA(1) != PgormLexer.AT) {
                return;
            }
            consume();
            progress = true;
        }
    }

    /** Reports, and goes on at the next line that begins a declaration. */
    protected final void recoverDeclaration(ParserRuleContext declaration, RecognitionException problem) {
        declaration.exception = problem;
        describe().report(this, problem, false);
        boolean progress = getTokenStream().index() > declaration.getStart().getTokenIndex();
        skipToDeclaration(progress, true);
    }

    /**
     * Inside braces only a whole head counts, since a field may have the name of a keyword.
     *
     * @param blockEnds whether a closed block is the end, whatever the next line begins with
     */
    private void skipToDeclaration(boolean progressed, boolean blockEnds) {
        TokenStream tokens = getTokenStream();
        boolean progress = progressed;
        int depth = 0;
        while (tokens.LA(1) != Token.EOF) {
            if (progress && (depth <= 0 ? startsLineWithKeyword() : startsDeclaration())) {
                return;
            }
            boolean closes = tokens.LA(1) == PgormLexer.RBRACE;
            depth += tokens.LA(1) == PgormLexer.LBRACE ? 1 : closes ? -1 : 0;
            consume();
            progress = true;
            if (closes && depth <= 0 && blockEnds && startsLine(tokens.LT(1))) {
                return;
            }
        }
    }

    /** The index after the token that closes all brackets open since {@code start}, or -1 where none does. */
    private int endOfGroups(int start) {
        TokenStream tokens = getTokenStream();
        Deque<Integer> open = new ArrayDeque<>();
        int last = Math.min(tokens.size(), tokens.index() + FAR);
        for (int i = start; i < last; i++) {
            Token token = tokens.get(i);
            if (token.getChannel() != Token.DEFAULT_CHANNEL) {
                continue;
            }
            if (i >= tokens.index() && open.isEmpty()) {
                return i;
            }
            if (token.getType() == Token.EOF || token.getType() == PgormLexer.ATAT && i > start) {
                return -1;
            }
            if (DescribeError.opens(token)) {
                open.push(token.getType());
            } else if (DescribeError.closes(token) && (open.isEmpty() || !fits(open.pop(), token.getType()))) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean fits(int opening, int closing) {
        return switch (opening) {
            case PgormLexer.LPAREN -> closing == PgormLexer.RPAREN;
            case PgormLexer.LBRACKET -> closing == PgormLexer.RBRACKET;
            default -> closing == PgormLexer.RBRACE;
        };
    }

    private DescribeError describe() {
        if (describe == null) {
            throw new IllegalStateException("reportTo was not called");
        }
        return describe;
    }

    private boolean startsLine(Token token) {
        Token before = previous(token);
        return before == null || before.getLine() < token.getLine();
    }

    private @Nullable Token previous(Token token) {
        for (int i = token.getTokenIndex() - 1; i >= 0; i--) {
            Token before = getTokenStream().get(i);
            if (before.getChannel() == Token.DEFAULT_CHANNEL) {
                return before;
            }
        }
        return null;
    }

    static boolean isKeyword(int type) {
        return type >= PgormLexer.MODEL && type <= PgormLexer.SQL;
    }

    static boolean isWord(int type) {
        return type == PgormLexer.IDENTIFIER || isKeyword(type);
    }
}
