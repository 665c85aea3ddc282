package io.pgorm.client.error;

/** A row with the same key exists already (SQLSTATE 23505). */
public final class UniqueViolation extends ConstraintViolation {

    private static final long serialVersionUID = 1L;

    UniqueViolation(Constraint constraint, Failure failure) {
        super("a row with the same key exists already:", constraint, failure);
    }
}
