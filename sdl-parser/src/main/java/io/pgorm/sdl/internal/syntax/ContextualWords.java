package io.pgorm.sdl.internal.syntax;

import io.pgorm.sdl.internal.grammar.PgormLexer;
import io.pgorm.sdl.internal.grammar.PgormParser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.WritableToken;

/**
 * Words that are words of the language in one place only and names everywhere else. The parser asks, before it looks at
 * such a place, for its next token to be made what it is there. Stateless.
 */
final class ContextualWords {

    private ContextualWords() {}

    /** Makes the next token the word of the language that it is here, if it is one. */
    static void mark(TokenStream tokens) {
        Token next = tokens.LT(1);
        if (next.getType() == PgormLexer.IDENTIFIER) {
            switch (next.getText()) {
                case "as" -> become(next, PgormParser.AS);
                case "returns" -> become(next, PgormParser.RETURNS);
                case "setof" -> become(next, PgormParser.SETOF);
                case "table" -> become(next, PgormParser.TABLE);
                case "down" -> become(next, PgormParser.DOWN);
                default -> {}
            }
        }
    }

    /** Marks the operand of the option of a function that begins here. */
    static void markOption(TokenStream tokens) {
        Token option = tokens.LT(1);
        if (option.getType() != PgormLexer.IDENTIFIER) {
            return;
        }
        switch (option.getText()) {
            case "language", "support" -> {
                keywordIsName(tokens.LT(2));
                stringIsOperand(tokens.LT(2));
            }
            case "set" -> {
                keywordIsName(tokens.LT(2));
                int at = 3;
                while (tokens.LA(at) == PgormLexer.DOT) {
                    at += 2;
                }
                stringIsOperand(tokens.LT(at));
            }
            default -> {}
        }
    }

    private static void keywordIsName(Token token) {
        if (RecoveringParser.isKeyword(token.getType())) {
            become(token, PgormLexer.IDENTIFIER);
        }
    }

    private static void stringIsOperand(Token token) {
        if (token.getType() == PgormLexer.STRING || token.getType() == PgormLexer.TEXT_BLOCK) {
            become(token, PgormParser.OPERAND);
        }
    }

    private static void become(Token token, int type) {
        if (token instanceof WritableToken writable) {
            writable.setType(type);
        }
    }
}
