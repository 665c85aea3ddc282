package io.pgorm.client.internal;

/**
 * Whether a step of a nested write does anything: that is known on the server only, by an earlier step which may have met
 * a row or not, and has passed its key.
 *
 * @param present whether it has to have met one, or none
 */
record NestedGuard(NestedStep step, boolean present) {

    /** As a condition. */
    String condition() {
        return "cardinality(" + step.array(0) + ")" + (present ? " > 0" : " = 0");
    }

    /** By which the number of rows is multiplied that the step is to write. */
    String factor() {
        return present ? "cardinality(" + step.array(0) + ")" : "(1 - cardinality(" + step.array(0) + "))";
    }
}
