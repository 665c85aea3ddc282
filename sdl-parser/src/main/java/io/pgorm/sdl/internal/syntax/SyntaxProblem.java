package io.pgorm.sdl.internal.syntax;

import io.pgorm.sdl.Codes;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/** A problem that the parser found by looking, with its own words for it. Never leaves the parser. */
final class SyntaxProblem extends RecognitionException {

    private static final long serialVersionUID = 1L;

    final transient Codes code;
    final transient String text;
    final transient String help;
    final transient Token from;
    final transient Token to;

    SyntaxProblem(Parser parser, Codes code, Token from, Token to, String text, String help) {
        super(text, parser, parser.getInputStream(), parser.getContext());
        this.code = code;
        this.text = text;
        this.help = help;
        this.from = from;
        this.to = to;
        setOffendingToken(from);
    }
}
