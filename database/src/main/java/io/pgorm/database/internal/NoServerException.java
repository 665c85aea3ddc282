package io.pgorm.database.internal;

import org.jspecify.annotations.Nullable;

/** One source has no server to offer. Its message is a clause for people: "no Docker engine answers at ...". */
final class NoServerException extends Exception {

    private final String brief;

    NoServerException(String brief, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.brief = brief;
    }

    /** The reason in a few words: "no Docker engine". */
    String brief() {
        return brief;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
