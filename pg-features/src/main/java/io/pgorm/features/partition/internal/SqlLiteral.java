package io.pgorm.features.partition.internal;

import java.util.Optional;
import java.util.OptionalLong;

/** Reads constants of SQL: {@code 'it''s'}, {@code E'a\\b'}, {@code 12}. Stateless. */
final class SqlLiteral {

    private SqlLiteral() {}

    /** The text between the quotes; absent for what is no string, or has an escape that is not just a backslash. */
    static Optional<String> text(String sql) {
        String literal = sql.strip();
        boolean escapes = literal.startsWith("E'") || literal.startsWith("e'");
        String quoted = escapes ? literal.substring(1) : literal;
        if (quoted.length() < 2 || quoted.charAt(0) != '\'' || quoted.charAt(quoted.length() - 1) != '\'') {
            return Optional.empty();
        }
        String inner = quoted.substring(1, quoted.length() - 1);
        if (inner.replace("''", "").indexOf('\'') >= 0) {
            return Optional.empty();
        }
        String text = inner.replace("''", "'");
        if (!escapes) {
            return Optional.of(text);
        }
        return text.replace("\\\\", "").indexOf('\\') >= 0 ? Optional.empty() : Optional.of(text.replace("\\\\", "\\"));
    }

    static OptionalLong whole(String sql) {
        try {
            return OptionalLong.of(Long.parseLong(sql.strip()));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
