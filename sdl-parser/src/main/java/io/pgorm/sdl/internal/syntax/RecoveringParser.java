package io.pgorm.sdl.internal.syntax;

import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.grammar.PgormLexer;
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

    private @Nullable DescribeError describe;

    protected RecoveringParser(TokenStream tokens) {
        super(tokens);
        setErrorHandler(new RethrowErrors());
        removeErrorListeners();
    }

    public final void reportTo(SourceText source, Report report) {
        describe = new DescribeError(source, report);
    }

    /** Whether the next token begins a declaration, though a block is still open. */
    protected final boolean startsDeclaration() {
        if (!startsLineWithKeyword()) {
            return false;
        }
        TokenStream tokens = getTokenStream();
        int next = tokens.LA(2);
        return switch (tokens.LA(1)) {
            case PgormLexer.SESSION -> next == PgormLexer.LBRACE || isWord(next) && tokens.LA(3) == PgormLexer.LBRACE;
            case PgormLexer.EXTENSION, PgormLexer.SQL -> next == PgormLexer.STRING;
            default ->
                isWord(next)
                        && (tokens.LA(3) == PgormLexer.LBRACE
                                || tokens.LA(4) == PgormLexer.LBRACE && tokens.LA(1) == PgormLexer.MATERIALIZED);
        };
    }

    /** Whether the next token is the first on its line and a word that begins declarations. */
    protected final boolean startsLineWithKeyword() {
        return isKeyword(getTokenStream().LA(1)) && startsLine(getTokenStream().LT(1));
    }

    /** A field without a type would otherwise take the name of the next field for one. */
    protected final void requireType() {
        Token name = getTokenStream().LT(-1);
        Token next = getTokenStream().LT(1);
        if (next.getType() == PgormLexer.COLON
                || next.getType() == PgormLexer.ILLEGAL && next.getText().equals("=")) {
            throw new SyntaxProblem(
                    this,
                    Codes.FIELD_WITHOUT_TYPE,
                    next,
                    next,
                    "unexpected `" + next.getText() + "` after the field name " + name.getText(),
                    "the type follows the name after a space: `" + name.getText() + " String`");
        }
        if (isWord(next.getType()) && !startsLine(next) || DescribeError.isLexicalError(next)) {
            return;
        }
        throw new SyntaxProblem(
                this,
                Codes.FIELD_WITHOUT_TYPE,
                name,
                name,
                "the field " + name.getText() + " has no type",
                "a field is `name Type`: `" + name.getText() + " String`");
    }

    protected final void refuseStray() {
        Token stray = getTokenStream().LT(1);
        if (stray.getType() != Token.EOF) {
            throw describe().stray(this, stray);
        }
    }

    protected final void refuseDeclaration() {
        throw describe().misplaced(this, getTokenStream().LT(1));
    }

    /** Reports, and goes on at the next line; behind the end of what was left open, if it ends inside the block. */
    protected final void recoverLine(ParserRuleContext line, RecognitionException problem) {
        line.exception = problem;
        describe().report(this, problem);
        TokenStream tokens = getTokenStream();
        int depth = openGroups(line);
        if (depth > 0) {
            int end = endOfGroups(depth);
            while (end > 0 && tokens.index() < end) {
                consume();
            }
        }
        boolean progress = tokens.index() > line.getStart().getTokenIndex();
        while (tokens.LA(1) != Token.EOF && tokens.LA(1) != PgormLexer.RBRACE) {
            if (progress && startsLine(tokens.LT(1))) {
                return;
            }
            consume();
            progress = true;
        }
    }

    /** Reports, and goes on at the next line that begins a declaration. */
    protected final void recoverDeclaration(ParserRuleContext declaration, RecognitionException problem) {
        declaration.exception = problem;
        describe().report(this, problem);
        TokenStream tokens = getTokenStream();
        boolean progress = tokens.index() > declaration.getStart().getTokenIndex();
        int depth = 0;
        while (tokens.LA(1) != Token.EOF) {
            if (progress && (depth <= 0 ? startsLineWithKeyword() : startsDeclaration())) {
                return;
            }
            depth += tokens.LA(1) == PgormLexer.LBRACE ? 1 : tokens.LA(1) == PgormLexer.RBRACE ? -1 : 0;
            consume();
            progress = true;
        }
    }

    private int openGroups(ParserRuleContext line) {
        TokenStream tokens = getTokenStream();
        int depth = 0;
        for (int i = line.getStart().getTokenIndex(); i < tokens.index(); i++) {
            depth += DescribeError.opens(tokens.get(i)) ? 1 : DescribeError.closes(tokens.get(i)) ? -1 : 0;
        }
        return depth;
    }

    /** The index after the token that closes what is open, or -1 where something else comes first. */
    private int endOfGroups(int depth) {
        TokenStream tokens = getTokenStream();
        int open = depth;
        for (int i = tokens.index(); i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.getChannel() != Token.DEFAULT_CHANNEL) {
                continue;
            }
            if (token.getType() == Token.EOF || token.getType() == PgormLexer.ATAT) {
                return -1;
            }
            open += DescribeError.opens(token) ? 1 : DescribeError.closes(token) ? -1 : 0;
            if (open == 0) {
                return token.getType() == PgormLexer.RBRACE ? -1 : i + 1;
            }
        }
        return -1;
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
