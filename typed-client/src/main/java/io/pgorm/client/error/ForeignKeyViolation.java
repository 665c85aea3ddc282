package io.pgorm.client.error;

/** A row points to one that does not exist, or one that is pointed to would go (SQLSTATE 23503, 23001). */
public final class ForeignKeyViolation extends ConstraintViolation {

    private static final long serialVersionUID = 1L;

    ForeignKeyViolation(Constraint constraint, Failure failure) {
        super("the foreign key does not hold:", constraint, failure);
    }
}
