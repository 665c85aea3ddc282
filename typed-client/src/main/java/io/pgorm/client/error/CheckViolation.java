package io.pgorm.client.error;

/** A row does not satisfy a check (SQLSTATE 23514), or no partition takes it. */
public final class CheckViolation extends ConstraintViolation {

    private static final long serialVersionUID = 1L;

    CheckViolation(Constraint constraint, Failure failure) {
        super("the check does not hold:", constraint, failure);
    }
}
