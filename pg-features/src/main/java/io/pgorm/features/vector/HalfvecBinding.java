package io.pgorm.features.vector;

import io.pgorm.client.UntypedBinding;

/** Reads and writes {@link Halfvec}. Stateless; for generated code. */
public final class HalfvecBinding extends UntypedBinding<Object, Halfvec> {

    private static final long serialVersionUID = 1L;

    public HalfvecBinding() {
        super(Halfvec.class, Halfvec::parse, Halfvec::toString);
    }
}
