package io.pgorm.features.partition.internal;

import io.pgorm.ir.Hierarchy.Bound;
import io.pgorm.ir.Hierarchy.In;
import io.pgorm.ir.Hierarchy.Otherwise;
import io.pgorm.ir.Hierarchy.Range;
import io.pgorm.ir.Hierarchy.Remainder;
import io.pgorm.ir.SqlText;
import java.util.List;
import java.util.Optional;

/** Whether two partitions would take the same row. Stateless. */
final class Overlap {

    private Overlap() {}

    /** What they share, in a sentence; absent also where that cannot be known here. */
    static Optional<String> of(ResolvedKey key, Bound one, Sibling other) {
        if (one instanceof Remainder a
                && other.bound() instanceof Remainder b
                && Math.max(a.modulus(), b.modulus()) % Math.min(a.modulus(), b.modulus()) != 0) {
            return Optional.of("of two moduli the smaller divides the larger; " + a.modulus() + " and the "
                    + b.modulus() + " of " + other.name() + " do not");
        }
        return shared(key, one, other.bound()).map(what -> what + " in " + other.name() + " too");
    }

    private static Optional<String> shared(ResolvedKey key, Bound one, Bound other) {
        if (one instanceof Otherwise && other instanceof Otherwise) {
            return Optional.of("the rows that no other partition takes are");
        } else if (one instanceof Range a && other instanceof Range b) {
            return ranges(key, a, b);
        } else if (one instanceof In a && other instanceof In b) {
            return lists(key, a, b);
        } else if (one instanceof Remainder a && other instanceof Remainder b) {
            return hashes(a, b);
        }
        return Optional.empty();
    }

    private static Optional<String> ranges(ResolvedKey key, Range one, Range other) {
        boolean shared = isBefore(key, one.from(), other.to()) && isBefore(key, other.from(), one.to());
        return shared ? Optional.of("some of these rows are") : Optional.empty();
    }

    private static boolean isBefore(ResolvedKey key, List<SqlText> one, List<SqlText> other) {
        return RangeOrder.compare(key.read(one), key.read(other))
                .filter(order -> order < 0)
                .isPresent();
    }

    private static Optional<String> lists(ResolvedKey key, In one, In other) {
        for (SqlText value : one.values()) {
            for (SqlText present : other.values()) {
                if (key.readAt(0, value).value().isSame(key.readAt(0, present).value())) {
                    return Optional.of(value.render() + " is");
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> hashes(Remainder one, Remainder other) {
        int least = Math.min(one.modulus(), other.modulus());
        return one.remainder() % least == other.remainder() % least
                ? Optional.of("some of these rows are")
                : Optional.empty();
    }
}
