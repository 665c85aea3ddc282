package io.pgorm.client.internal;

/**
 * A point of a transaction to go back to.
 *
 * @param number tells it from the others of the transaction
 */
record Savepoint(int number) {

    private String name() {
        return "pgorm_" + number;
    }

    Rendered set() {
        return Rendered.of("SAVEPOINT " + name());
    }

    Rendered release() {
        return Rendered.of("RELEASE SAVEPOINT " + name());
    }

    /** Undoes what came after it, and gives it up. */
    Rendered undo() {
        return Rendered.of("ROLLBACK TO SAVEPOINT " + name() + "; RELEASE SAVEPOINT " + name());
    }
}
