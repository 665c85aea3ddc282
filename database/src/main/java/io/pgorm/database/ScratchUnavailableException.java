package io.pgorm.database;

import org.jspecify.annotations.Nullable;

/**
 * No scratch server could be had that does what was asked of it. The message is written for the user: it says what is
 * missing, what was tried, and what to do.
 */
public final class ScratchUnavailableException extends RuntimeException {

    private final String reason;

    /**
     * @param message all of it: what is missing, what was tried, what to do
     * @param reason the same in a few words, see {@link #reason}
     */
    public ScratchUnavailableException(String message, String reason, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why the first choice failed, in a few words for a list: "no Docker engine". */
    public String reason() {
        return reason;
    }
}
