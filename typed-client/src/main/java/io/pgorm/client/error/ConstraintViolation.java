package io.pgorm.client.error;

import java.util.List;

/** A write that a constraint of the database refused. */
public abstract sealed class ConstraintViolation extends PgOrmException
        permits UniqueViolation, ForeignKeyViolation, CheckViolation, NotNullViolation, ExclusionViolation {

    private static final long serialVersionUID = 1L;

    private final transient Constraint constraint;

    ConstraintViolation(String what, Constraint constraint, Failure failure) {
        super(what + " " + constraint, failure);
        this.constraint = constraint;
    }

    /** The name of the constraint in the database; empty for NOT NULL. */
    public String constraint() {
        return constraint.name();
    }

    /** The model whose row was refused, or the table's name where there is no model. */
    public String model() {
        return constraint.model();
    }

    /** The fields of the constraint as the schema names them; empty where the database does not say. */
    public List<String> fields() {
        return constraint.fields();
    }

    /** What the constraint is in terms of the schema. */
    record Constraint(String name, String model, List<String> fields) {
        @Override
        public String toString() {
            String place = fields.isEmpty() ? model : model + "(" + String.join(", ", fields) + ")";
            return name.isEmpty() ? place : name + " on " + place;
        }
    }
}
