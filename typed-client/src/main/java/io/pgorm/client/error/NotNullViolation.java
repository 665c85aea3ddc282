package io.pgorm.client.error;

/** A required value is missing (SQLSTATE 23502). */
public final class NotNullViolation extends ConstraintViolation {

    private static final long serialVersionUID = 1L;

    NotNullViolation(Constraint constraint, Failure failure) {
        super("a required value is missing:", constraint, failure);
    }
}
