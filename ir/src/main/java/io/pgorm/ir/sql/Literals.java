package io.pgorm.ir.sql;

/**
 * String literals in DDL, where PostgreSQL takes no parameters: defaults, enum labels, comments. Queries never come
 * here; they bind. Stateless.
 */
public final class Literals {

    private Literals() {}

    /**
     * The text as a literal that means the same whatever {@code standard_conforming_strings} is.
     *
     * @throws IllegalArgumentException if it holds a NUL, which no text of PostgreSQL can
     */
    public static String quote(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("PostgreSQL stores no NUL in a text");
        }
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\\') >= 0 ? "E" + quoted.replace("\\", "\\\\") : quoted;
    }
}
