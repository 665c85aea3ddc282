package io.pgorm.features.partition.internal;

import java.util.List;
import java.util.Optional;

/** The order of the ends of ranges, which are compared part by part. Stateless. */
final class RangeOrder {

    private RangeOrder() {}

    /** Absent where it hangs on a value whose order is not known. */
    static Optional<Integer> compare(List<ReadValue> one, List<ReadValue> other) {
        for (int at = 0; at < Math.min(one.size(), other.size()); at++) {
            Optional<Integer> order = one.get(at).value().compare(other.get(at).value());
            if (order.isEmpty() || order.get() != 0) {
                return order;
            }
            if (isEnd(one.get(at).value())) {
                return order;
            }
        }
        return Optional.of(0);
    }

    private static boolean isEnd(BoundValue value) {
        return value instanceof BoundValue.Lowest || value instanceof BoundValue.Highest;
    }
}
