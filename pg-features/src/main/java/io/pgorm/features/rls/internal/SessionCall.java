package io.pgorm.features.rls.internal;

import io.pgorm.features.internal.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * A call of {@code auth.x()} without arguments in SQL.
 *
 * @param start offset of its first character
 * @param end the offset after its last one
 * @param form what has to be done so that it is evaluated once
 */
record SessionCall(int start, int end, Form form) {

    private static final String SCHEMA = "auth";
    /** auth . x ( ) */
    private static final int LENGTH = 5;

    /** How the call stands in the SQL, and what has to stand before and after it for it to be evaluated once. */
    enum Form {
        /** As a subquery already, or where rows come from, which is evaluated once anyway. */
        ONCE("", ""),
        /** Where a subquery between parentheses means the same. */
        PLAIN("(SELECT ", ")"),
        /** Alone in the parentheses of ANY, ALL or IN, where a subquery would be a set of rows in place of an array. */
        OPERAND("coalesce((SELECT ", "))");

        private final String before;
        private final String after;

        Form(String before, String after) {
            this.before = before;
            this.after = after;
        }

        String before() {
            return before;
        }

        String after() {
            return after;
        }
    }

    static List<SessionCall> in(String sql) {
        List<Token> tokens = Token.of(sql);
        List<SessionCall> calls = new ArrayList<>();
        for (int at = 0; at + LENGTH <= tokens.size(); at++) {
            if (isCall(tokens, at)) {
                int end = tokens.get(at + LENGTH - 1).end();
                calls.add(new SessionCall(tokens.get(at).start(), end, form(tokens, at)));
            }
        }
        return calls;
    }

    private static boolean isCall(List<Token> tokens, int at) {
        return tokens.get(at).isName()
                && tokens.get(at).text().equals(SCHEMA)
                && !is(tokens, at - 1, ".")
                && is(tokens, at + 1, ".")
                && tokens.get(at + 2).isName()
                && is(tokens, at + 3, "(")
                && is(tokens, at + 4, ")");
    }

    private static Form form(List<Token> tokens, int at) {
        boolean closed = is(tokens, at + LENGTH, ")");
        // PostgreSQL prints a subquery with the name of its column: ( SELECT auth.uid() AS uid)
        boolean named = is(tokens, at + LENGTH, "as") && is(tokens, at + LENGTH + 2, ")");
        if ((closed || named) && is(tokens, at - 1, "select") && is(tokens, at - 2, "(")) {
            return Form.ONCE;
        }
        if (is(tokens, at - 1, "join") || is(tokens, at - 1, "from") && !is(tokens, at - 2, "distinct")) {
            return Form.ONCE;
        }
        boolean operand = is(tokens, at - 2, "any")
                || is(tokens, at - 2, "some")
                || is(tokens, at - 2, "all")
                || is(tokens, at - 2, "in");
        return closed && operand && is(tokens, at - 1, "(") ? Form.OPERAND : Form.PLAIN;
    }

    private static boolean is(List<Token> tokens, int at, String text) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(text);
    }
}
