package io.pgorm.client.error;

/** A row conflicts with another under an exclusion constraint (SQLSTATE 23P01). */
public final class ExclusionViolation extends ConstraintViolation {

    private static final long serialVersionUID = 1L;

    ExclusionViolation(Constraint constraint, Failure failure) {
        super("the row conflicts with another one:", constraint, failure);
    }
}
