package io.pgorm.sdl.internal.resolve;

import java.util.Optional;

/** Tells whether a text is JSON, as PostgreSQL reads it. For one text. */
final class CheckJson {

    /** Deeper than any default; keeps the stack bounded. */
    private static final int MAX_DEPTH = 200;

    private final String text;
    private int at;

    private CheckJson(String text) {
        this.text = text;
    }

    /** What is wrong with it, if anything. */
    static Optional<String> problem(String text) {
        CheckJson check = new CheckJson(text);
        try {
            check.value(0);
            check.space();
            return check.at < text.length() ? Optional.of("there is more after its end") : Optional.empty();
        } catch (NotJson e) {
            return Optional.of(e.getMessage());
        }
    }

    private static final class NotJson extends Exception {
        private static final long serialVersionUID = 1L;
        private final String problem;

        NotJson(String problem) {
            super(problem, null, false, false);
            this.problem = problem;
        }

        @Override
        public String getMessage() {
            return problem;
        }
    }

    private void value(int depth) throws NotJson {
        space();
        if (depth > MAX_DEPTH) {
            throw new NotJson("it is nested too deep");
        }
        switch (peek()) {
            case '{' -> members(depth);
            case '[' -> elements(depth);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    private void members(int depth) throws NotJson {
        at++;
        space();
        if (skip('}')) {
            return;
        }
        do {
            space();
            if (peek() != '"') {
                throw new NotJson("a key stands between double quotes");
            }
            string();
            space();
            if (!skip(':')) {
                throw new NotJson("a : is missing after a key");
            }
            value(depth + 1);
            space();
        } while (skip(','));
        if (!skip('}')) {
            throw new NotJson("a , or } is missing");
        }
    }

    private void elements(int depth) throws NotJson {
        at++;
        space();
        if (skip(']')) {
            return;
        }
        do {
            value(depth + 1);
            space();
        } while (skip(','));
        if (!skip(']')) {
            throw new NotJson("a , or ] is missing");
        }
    }

    private void string() throws NotJson {
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return;
            }
            if (c < ' ') {
                throw new NotJson("a string holds a control character");
            }
            if (c == '\\') {
                escape();
            }
        }
        throw new NotJson("a string is not closed");
    }

    private void escape() throws NotJson {
        char c = peek();
        at++;
        if (c == 'u') {
            for (int i = 0; i < 4; i++) {
                if (Character.digit(peek(), 16) < 0) {
                    throw new NotJson("\\u takes four hexadecimal digits");
                }
                at++;
            }
        } else if ("\"\\/bfnrt".indexOf(c) < 0) {
            throw new NotJson("a string has an unknown escape");
        }
    }

    private void number() throws NotJson {
        int start = at;
        skip('-');
        boolean zero = peek() == '0';
        int whole = digits();
        boolean good = whole > 0 && !(zero && whole > 1);
        if (skip('.')) {
            good &= digits() > 0;
        }
        if (skip('e') || skip('E')) {
            if (!skip('+')) {
                skip('-');
            }
            good &= digits() > 0;
        }
        if (!good) {
            throw new NotJson(start >= text.length() ? "a value is missing" : "a value is none of its kinds");
        }
    }

    private int digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - start;
    }

    private void word(String word) throws NotJson {
        if (!text.startsWith(word, at)) {
            throw new NotJson("a value is none of its kinds");
        }
        at += word.length();
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean skip(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }
}
