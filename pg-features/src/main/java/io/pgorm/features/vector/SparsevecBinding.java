package io.pgorm.features.vector;

import io.pgorm.client.UntypedBinding;

/** Reads and writes {@link Sparsevec}. Stateless; for generated code. */
public final class SparsevecBinding extends UntypedBinding<Object, Sparsevec> {

    private static final long serialVersionUID = 1L;

    public SparsevecBinding() {
        super(Sparsevec.class, Sparsevec::new, Sparsevec::toString);
    }
}
