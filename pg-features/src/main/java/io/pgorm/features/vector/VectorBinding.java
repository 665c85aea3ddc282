package io.pgorm.features.vector;

import io.pgorm.client.UntypedBinding;

/** Reads and writes {@link Vector}. Stateless; for generated code. */
public final class VectorBinding extends UntypedBinding<Object, Vector> {

    private static final long serialVersionUID = 1L;

    public VectorBinding() {
        super(Vector.class, Vector::parse, Vector::toString);
    }
}
