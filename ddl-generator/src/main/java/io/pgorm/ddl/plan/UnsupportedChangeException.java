package io.pgorm.ddl.plan;

/** There is no safe statement for a change. The message says which, and what to do instead. */
public final class UnsupportedChangeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnsupportedChangeException(String message) {
        super(message);
    }
}
