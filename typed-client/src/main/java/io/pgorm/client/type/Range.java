package io.pgorm.client.type;

import org.jspecify.annotations.Nullable;

/**
 * A range of PostgreSQL. PostgreSQL brings a range of whole numbers or days into the form {@code [lower,upper)} when it
 * stores it; two ranges that mean the same are then equal, where those of other types are equal by their bounds. Immutable.
 *
 * @param lower null where there is no lower bound
 * @param upper null where there is no upper bound
 * @param lowerInclusive whether the lower bound is in the range; false where there is none
 * @param upperInclusive whether the upper bound is in the range; false where there is none
 * @param isEmpty whether nothing is in the range; then there are no bounds
 * @param <T> what the bounds are; values of {@code java.time} have {@code MAX} and {@code MIN} for {@code infinity}, which
 *     is a bound, and not the absence of one
 */
public record Range<T>(
        @Nullable T lower, @Nullable T upper, boolean lowerInclusive, boolean upperInclusive, boolean isEmpty) {

    /** @throws IllegalArgumentException if a bound that is not there is said to be in the range */
    public Range {
        if (lower == null && lowerInclusive || upper == null && upperInclusive) {
            throw new IllegalArgumentException("a bound that is not there cannot be inclusive");
        }
        if (isEmpty && (lower != null || upper != null)) {
            throw new IllegalArgumentException("an empty range has no bounds");
        }
    }

    private Range(@Nullable T lower, @Nullable T upper, boolean lowerInclusive, boolean upperInclusive) {
        this(lower, upper, lowerInclusive, upperInclusive, false);
    }

    /** {@code [lower,upper)}. */
    public static <T> Range<T> closedOpen(T lower, T upper) {
        return new Range<>(lower, upper, true, false);
    }

    /** {@code [lower,upper]}. */
    public static <T> Range<T> closed(T lower, T upper) {
        return new Range<>(lower, upper, true, true);
    }

    /** {@code (lower,upper)}. */
    public static <T> Range<T> open(T lower, T upper) {
        return new Range<>(lower, upper, false, false);
    }

    /** {@code (lower,upper]}. */
    public static <T> Range<T> openClosed(T lower, T upper) {
        return new Range<>(lower, upper, false, true);
    }

    /** {@code [lower,)}. */
    public static <T> Range<T> atLeast(T lower) {
        return new Range<>(lower, null, true, false);
    }

    /** {@code (lower,)}. */
    public static <T> Range<T> greaterThan(T lower) {
        return new Range<>(lower, null, false, false);
    }

    /** {@code (,upper]}. */
    public static <T> Range<T> atMost(T upper) {
        return new Range<>(null, upper, false, true);
    }

    /** {@code (,upper)}. */
    public static <T> Range<T> lessThan(T upper) {
        return new Range<>(null, upper, false, false);
    }

    /** {@code (,)}, in which everything is. */
    public static <T> Range<T> all() {
        return new Range<>(null, null, false, false);
    }

    /** {@code empty}, in which nothing is. */
    public static <T> Range<T> empty() {
        return new Range<>(null, null, false, false, true);
    }

    /** As PostgreSQL writes it, with the bounds as Java writes them. */
    @Override
    public String toString() {
        return isEmpty
                ? "empty"
                : (lowerInclusive ? "[" : "(")
                        + (lower == null ? "" : lower)
                        + ","
                        + (upper == null ? "" : upper)
                        + (upperInclusive ? "]" : ")");
    }
}
