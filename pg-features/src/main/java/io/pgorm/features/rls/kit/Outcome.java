package io.pgorm.features.rls.kit;

/**
 * How an attempt ended.
 *
 * @param sqlState of the error, empty where there was none
 */
public record Outcome(Kind kind, String sqlState) {

    /** The ways that an attempt can end. */
    public enum Kind {
        ALLOWED("yes"),
        /** No error and no row: a USING condition hides it. */
        HIDDEN("hidden"),
        /** A policy refused the new row. */
        REFUSED("refused"),
        /** The role lacks the privilege; no policy was asked. */
        NO_GRANT("no grant"),
        /** PostgreSQL refused for another reason. */
        FAILED("error"),
        /** The table has no primary key that a conflict could be about. */
        NOT_APPLICABLE("-");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    public static Outcome of(Kind kind) {
        return new Outcome(kind, "");
    }

    @Override
    public String toString() {
        return sqlState.isEmpty() ? kind.word : kind.word + " " + sqlState;
    }
}
