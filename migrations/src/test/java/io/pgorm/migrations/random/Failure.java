package io.pgorm.migrations.random;

/** A pair went wrong. */
final class Failure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String detail;

    Failure(String what, String detail) {
        super(what);
        this.detail = detail;
    }

    String detail() {
        return detail;
    }
}
