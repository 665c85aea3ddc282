package io.pgorm.client.type;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A multirange of PostgreSQL (14 or later). PostgreSQL sorts the ranges, joins those that touch and leaves empty ones
 * out when it stores them. Immutable.
 *
 * @param <T> what the bounds are
 */
public record Multirange<T>(List<Range<T>> ranges) {

    public Multirange {
        ranges = List.copyOf(ranges);
    }

    @SafeVarargs
    public static <T> Multirange<T> of(Range<T>... ranges) {
        return new Multirange<>(List.of(ranges));
    }

    @Override
    public String toString() {
        return ranges.stream().map(Range::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
