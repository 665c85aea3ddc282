package io.pgorm.features.vector;

import io.pgorm.client.BinaryBinding;
import io.pgorm.client.UntypedBinding;
import java.util.OptionalInt;

/** Reads and writes {@link Sparsevec}, in bulk in the binary format. Stateless; for generated code. */
public final class SparsevecBinding extends UntypedBinding<Object, Sparsevec> implements BinaryBinding<Sparsevec> {

    private static final long serialVersionUID = 1L;

    private final DimensionCheck check;

    public SparsevecBinding() {
        this("", OptionalInt.empty());
    }

    /** @param dimensions those of the column, which every value has to have */
    SparsevecBinding(String column, OptionalInt dimensions) {
        this(new DimensionCheck(column, dimensions));
    }

    private SparsevecBinding(DimensionCheck check) {
        super(
                Sparsevec.class,
                Sparsevec::new,
                value -> check.of(value, value.dimensions()).toString());
        this.check = check;
    }

    @Override
    public byte[] toBinary(Sparsevec value) {
        return check.of(value, value.dimensions()).toBinary();
    }
}
