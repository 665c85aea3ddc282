package io.pgorm.features.vector;

import io.pgorm.client.UntypedBinding;
import org.jooq.Converter;

/** Reads and writes {@link Halfvec}. Stateless; for generated code. */
public final class HalfvecBinding extends UntypedBinding<Halfvec> {

    private static final long serialVersionUID = 1L;

    public HalfvecBinding() {
        super(Converter.ofNullable(
                Object.class, Halfvec.class, text -> Halfvec.parse(text.toString()), Halfvec::toString));
    }
}
