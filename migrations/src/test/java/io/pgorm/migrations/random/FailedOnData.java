package io.pgorm.migrations.random;

/** A statement failed because of the rows, as it had announced. */
final class FailedOnData extends Exception {

    private static final long serialVersionUID = 1L;

    FailedOnData(String message) {
        super(message);
    }
}
