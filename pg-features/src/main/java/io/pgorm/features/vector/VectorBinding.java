package io.pgorm.features.vector;

import io.pgorm.client.UntypedBinding;
import org.jooq.Converter;

/** Reads and writes {@link Vector}. Stateless; for generated code. */
public final class VectorBinding extends UntypedBinding<Vector> {

    private static final long serialVersionUID = 1L;

    public VectorBinding() {
        super(Converter.ofNullable(
                Object.class, Vector.class, text -> Vector.parse(text.toString()), Vector::toString));
    }
}
