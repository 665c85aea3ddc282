package io.pgorm.features.fts.internal;

import io.pgorm.features.internal.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of an expression without what PostgreSQL adds or leaves out when it prints one: parentheses, casts, the
 * quotes of names. Two expressions of the form that we generate are the same if these are. Stateless.
 */
final class FlatSql {

    private FlatSql() {}

    static List<String> of(String sql) {
        List<Token> tokens = Token.of(sql);
        List<String> flat = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.is(":") && at + 1 < tokens.size() && tokens.get(at + 1).is(":")) {
                at = endOfType(tokens, at + 2);
            } else if (!token.is("(") && !token.is(")")) {
                flat.add(token.text());
            }
        }
        return flat;
    }

    /** The last token of the type that begins there: {@code text}, {@code pg_catalog.regconfig}, {@code character varying}. */
    private static int endOfType(List<Token> tokens, int start) {
        int at = start;
        while (at + 2 < tokens.size() && tokens.get(at + 1).is(".")) {
            at += 2;
        }
        boolean varying = at + 1 < tokens.size()
                && tokens.get(at).is("character")
                && tokens.get(at + 1).is("varying");
        return varying ? at + 1 : at;
    }
}
