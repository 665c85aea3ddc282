package io.pgorm.features.partition;

import java.util.Arrays;
import java.util.List;

/**
 * The rows whose column has one of these values.
 *
 * @param suffix what the partition's name ends in
 * @param values as PostgreSQL reads them
 * @param absent whether rows without a value are in it too
 */
public record PartitionList(String suffix, List<String> values, boolean absent) implements PartitionBound {

    /** @throws IllegalArgumentException if nothing would be in it */
    public PartitionList {
        values = List.copyOf(values);
        if (values.isEmpty() && !absent) {
            throw new IllegalArgumentException("a list has at least one value");
        }
    }

    /** One value, which the partition is named after. */
    public static PartitionList value(Object value) {
        return new PartitionList(String.valueOf(value), List.of(String.valueOf(value)), false);
    }

    /** Some values: texts, numbers or constants of an enum. */
    public static PartitionList of(String suffix, Object... values) {
        return new PartitionList(
                suffix, Arrays.stream(values).map(String::valueOf).toList(), false);
    }

    /** These, and rows without a value. */
    public PartitionList orAbsent() {
        return new PartitionList(suffix, values, true);
    }
}
