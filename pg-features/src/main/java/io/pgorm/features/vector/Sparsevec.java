package io.pgorm.features.vector;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * A vector that is zero nearly everywhere, {@code sparsevec(n)} of pgvector, in its text form {@code {1:0.5,3:2}/5}:
 * positions count from 1, the number after the slash is that of the dimensions.
 *
 * @param text as pgvector reads and writes it
 */
public record Sparsevec(String text) {

    /**
     * @throws IllegalArgumentException if the text is not of that form
     */
    public Sparsevec {
        if (!text.matches("\\{[^{}]*}/[1-9][0-9]*")) {
            throw new IllegalArgumentException("a sparse vector is written {1:0.5,3:2}/5");
        }
    }

    /**
     * A vector of these numbers, of which most are zero.
     *
     * @param dimensions how many numbers it has
     * @param numbers those that are not zero, by their positions, which count from 1
     * @throws IllegalArgumentException if a position is none of the vector's, or a number is not finite
     */
    public static Sparsevec of(int dimensions, Map<Integer, Float> numbers) {
        StringJoiner text = new StringJoiner(",", "{", "}/" + dimensions);
        new TreeMap<>(numbers).forEach((position, number) -> {
            if (position < 1 || position > dimensions || !Float.isFinite(number)) {
                throw new IllegalArgumentException("positions are from 1 to " + dimensions + ", and numbers finite");
            }
            if (number != 0) {
                text.add(position + ":" + number);
            }
        });
        return new Sparsevec(text.toString());
    }

    /** How many numbers it has, those that are zero too. */
    public int dimensions() {
        return Integer.parseInt(text.substring(text.indexOf('/') + 1));
    }

    /** The numbers that are not zero, by their positions, which count from 1. */
    public SortedMap<Integer, Float> numbers() {
        TreeMap<Integer, Float> numbers = new TreeMap<>();
        for (String part : text.substring(1, text.indexOf('}')).split(",")) {
            if (!part.isBlank()) {
                String[] pair = part.split(":", 2);
                numbers.put(Integer.parseInt(pair[0].strip()), Float.parseFloat(pair[1]));
            }
        }
        numbers.values().removeIf(number -> number == 0);
        return numbers;
    }

    byte[] toBinary() {
        SortedMap<Integer, Float> numbers = numbers();
        ByteBuffer bytes = ByteBuffer.allocate(12 + 8 * numbers.size());
        bytes.putInt(dimensions()).putInt(numbers.size()).putInt(0);
        numbers.keySet().forEach(position -> bytes.putInt(position - 1));
        numbers.values().forEach(bytes::putFloat);
        return bytes.array();
    }

    @Override
    public String toString() {
        return text;
    }
}
