package io.pgorm.features.vector;

import io.pgorm.client.BinaryBinding;
import io.pgorm.client.UntypedBinding;
import java.util.OptionalInt;

/** Reads and writes {@link Halfvec}, in bulk in the binary format. Stateless; for generated code. */
public final class HalfvecBinding extends UntypedBinding<Object, Halfvec> implements BinaryBinding<Halfvec> {

    private static final long serialVersionUID = 1L;

    private final DimensionCheck check;

    public HalfvecBinding() {
        this("", OptionalInt.empty());
    }

    /** @param dimensions those of the column, which every value has to have */
    HalfvecBinding(String column, OptionalInt dimensions) {
        this(new DimensionCheck(column, dimensions));
    }

    private HalfvecBinding(DimensionCheck check) {
        super(
                Halfvec.class,
                Halfvec::parse,
                value -> check.of(value, value.dimensions()).toString());
        this.check = check;
    }

    @Override
    public byte[] toBinary(Halfvec value) {
        return check.of(value, value.dimensions()).toBinary();
    }
}
