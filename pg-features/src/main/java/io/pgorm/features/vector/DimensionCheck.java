package io.pgorm.features.vector;

import java.io.Serializable;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Holds values to the dimensions of their column, before the server does. Immutable. */
final class DimensionCheck implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String column;
    private final @Nullable Integer dimensions;

    DimensionCheck(String column, OptionalInt dimensions) {
        this.column = column;
        this.dimensions = dimensions.isPresent() ? dimensions.getAsInt() : null;
    }

    /** @throws IllegalArgumentException if the value has others */
    <T> T of(T value, int actual) {
        if (dimensions != null && actual != dimensions) {
            throw new IllegalArgumentException(column + " has " + dimensions + " dimensions, and the value " + actual
                    + ": was it made by the same model?");
        }
        return value;
    }
}
