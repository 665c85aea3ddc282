package io.pgorm.features.vector;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A vector of single precision numbers, {@code vector(n)} of pgvector. Immutable; compared by its numbers.
 */
public final class Vector {

    private final float[] numbers;

    private Vector(float[] numbers) {
        this.numbers = numbers;
    }

    /**
     * A vector of these numbers, which are copied.
     *
     * @throws IllegalArgumentException if there is none, or one is not finite: pgvector takes neither
     */
    public static Vector of(float... numbers) {
        VectorText.requireFinite(numbers);
        return new Vector(numbers.clone());
    }

    /** Reads pgvector's text, {@code [1,2.5,3]}. */
    static Vector parse(String text) {
        return new Vector(VectorText.parse(text));
    }

    /** How many numbers it has. */
    public int dimensions() {
        return numbers.length;
    }

    /** A copy of the numbers. */
    public float[] toArray() {
        return numbers.clone();
    }

    byte[] toBinary() {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * numbers.length);
        bytes.putShort((short) numbers.length).putShort((short) 0);
        for (float number : numbers) {
            bytes.putFloat(number);
        }
        return bytes.array();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Vector vector && Arrays.equals(numbers, vector.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    /** pgvector's text, {@code [1.0,2.5,3.0]}. */
    @Override
    public String toString() {
        return VectorText.print(numbers);
    }
}
