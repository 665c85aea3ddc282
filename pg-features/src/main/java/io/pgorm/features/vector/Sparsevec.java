package io.pgorm.features.vector;

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

    @Override
    public String toString() {
        return text;
    }
}
