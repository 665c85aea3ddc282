package io.pgorm.features.rls.kit.internal;

import io.pgorm.client.AbstractDb;
import io.pgorm.features.rls.kit.Outcome;

/** Something that a caller tries, in two parts: what a superuser has to do before, and the attempt. */
public interface Attempt<D extends AbstractDb<D>> {

    /** As the superuser. */
    default void prepare(Stage<D> stage) {}

    /** As the caller. */
    Outcome.Kind run(D db);
}
