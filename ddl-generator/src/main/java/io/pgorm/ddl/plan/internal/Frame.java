package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.PlanOptions;

/**
 * What all rules look at. Immutable.
 *
 * @param from the state before
 * @param to the state after
 * @param before what needs what in the state before
 * @param afterwards what needs what in the state after
 * @param exchange the types that become others
 * @param options what may be used
 */
record Frame(Facts from, Facts to, Relations before, Relations afterwards, Exchange exchange, PlanOptions options) {

    Frame(Facts from, Facts to, PlanOptions options) {
        this(from, to, new Relations(from), new Relations(to), options);
    }

    private Frame(Facts from, Facts to, Relations before, Relations afterwards, PlanOptions options) {
        this(from, to, before, afterwards, new Exchange(from, to, before), options);
    }
}
