package io.pgorm.features.vector;

import io.pgorm.client.BinaryBinding;
import io.pgorm.client.UntypedBinding;
import java.util.OptionalInt;

/** Reads and writes {@link Vector}, in bulk in the binary format. Stateless; for generated code. */
public final class VectorBinding extends UntypedBinding<Object, Vector> implements BinaryBinding<Vector> {

    private static final long serialVersionUID = 1L;

    private final DimensionCheck check;

    public VectorBinding() {
        this("", OptionalInt.empty());
    }

    /** @param dimensions those of the column, which every value has to have */
    VectorBinding(String column, OptionalInt dimensions) {
        this(new DimensionCheck(column, dimensions));
    }

    private VectorBinding(DimensionCheck check) {
        super(
                Vector.class,
                Vector::parse,
                value -> check.of(value, value.dimensions()).toString());
        this.check = check;
    }

    @Override
    public byte[] toBinary(Vector value) {
        return check.of(value, value.dimensions()).toBinary();
    }
}
