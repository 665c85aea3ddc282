package io.pgorm.features.vector;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A vector of half precision numbers, {@code halfvec(n)} of pgvector; held in single precision here. Immutable; compared by its numbers.
 */
public final class Halfvec {

    private final float[] numbers;

    private Halfvec(float[] numbers) {
        this.numbers = numbers;
    }

    /**
     * A vector of these numbers, which are copied.
     *
     * @throws IllegalArgumentException if there is none, or one is not finite: pgvector takes neither
     */
    public static Halfvec of(float... numbers) {
        VectorText.requireFinite(numbers);
        return new Halfvec(numbers.clone());
    }

    /** Reads pgvector's text, {@code [1,2.5,3]}. */
    static Halfvec parse(String text) {
        return new Halfvec(VectorText.parse(text));
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
        ByteBuffer bytes = ByteBuffer.allocate(4 + 2 * numbers.length);
        bytes.putShort((short) numbers.length).putShort((short) 0);
        for (float number : numbers) {
            bytes.putShort(Float.floatToFloat16(number));
        }
        return bytes.array();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Halfvec vector && Arrays.equals(numbers, vector.numbers);
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
