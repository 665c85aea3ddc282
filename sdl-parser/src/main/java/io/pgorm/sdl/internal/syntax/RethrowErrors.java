package io.pgorm.sdl.internal.syntax;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/**
 * Takes every syntax error up to the rule that knows where to go on (a line, a declaration) in place of ANTLR's own
 * repairs, which guess at single tokens and turn one mistake into several messages.
 */
final class RethrowErrors extends DefaultErrorStrategy {

    @Override
    public void reportError(Parser parser, RecognitionException problem) {
        // said once, where it is caught
    }

    @Override
    public void recover(Parser parser, RecognitionException problem) {
        throw problem;
    }

    @Override
    public Token recoverInline(Parser parser) {
        throw new InputMismatchException(parser);
    }

    @Override
    public void sync(Parser parser) {
        // no guesses
    }
}
