package io.pgorm.features.vector;

import io.pgorm.client.UntypedBinding;
import org.jooq.Converter;

/** Reads and writes {@link Sparsevec}. Stateless; for generated code. */
public final class SparsevecBinding extends UntypedBinding<Sparsevec> {

    private static final long serialVersionUID = 1L;

    public SparsevecBinding() {
        super(Converter.ofNullable(
                Object.class, Sparsevec.class, text -> new Sparsevec(text.toString()), Sparsevec::toString));
    }
}
