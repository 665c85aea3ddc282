package io.pgorm.features.partition.internal;

import io.pgorm.ir.EnumType;
import io.pgorm.ir.Hierarchy.Bound;
import io.pgorm.ir.Hierarchy.In;
import io.pgorm.ir.Hierarchy.Otherwise;
import io.pgorm.ir.Hierarchy.Range;
import io.pgorm.ir.Hierarchy.Remainder;
import io.pgorm.ir.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether every row has a partition. Stateless. */
final class Coverage {

    private Coverage() {}

    /** Whether a row may come that fits none of these. */
    static boolean hasGap(ResolvedKey key, List<Bound> bounds) {
        if (bounds.stream().anyMatch(Otherwise.class::isInstance)) {
            return false;
        }
        return switch (key.strategy()) {
            case RANGE -> hasGapInRanges(key, all(bounds, Range.class));
            case LIST -> hasGapInLists(key, all(bounds, In.class));
            case HASH -> hasGapInHashes(all(bounds, Remainder.class));
        };
    }

    private static <B extends Bound> List<B> all(List<Bound> bounds, Class<B> kind) {
        return bounds.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Goes from the lowest end on as far as one range begins where another ended. */
    private static boolean hasGapInRanges(ResolvedKey key, List<Range> ranges) {
        if (key.parts().stream().anyMatch(ResolvedKey.Part::isNullable)) {
            return true;
        }
        List<Range> left = new ArrayList<>(ranges);
        Optional<Range> at =
                take(left, range -> key.readAt(0, range.from().getFirst()).value() instanceof BoundValue.Lowest);
        while (at.isPresent()) {
            List<SqlText> end = at.get().to();
            if (key.readAt(0, end.getFirst()).value() instanceof BoundValue.Highest) {
                return false;
            }
            at = take(
                    left,
                    range -> RangeOrder.compare(key.read(range.from()), key.read(end))
                            .filter(order -> order == 0)
                            .isPresent());
        }
        return true;
    }

    private static Optional<Range> take(List<Range> left, Predicate<Range> wanted) {
        Optional<Range> found = left.stream().filter(wanted).findFirst();
        found.ifPresent(left::remove);
        return found;
    }

    private static boolean hasGapInLists(ResolvedKey key, List<In> lists) {
        ResolvedKey.Part part = key.parts().getFirst();
        List<BoundValue> taken = lists.stream()
                .flatMap(list -> list.values().stream())
                .map(value -> key.readAt(0, value).value())
                .toList();
        if (part.isNullable() && taken.stream().noneMatch(BoundValue.Null.class::isInstance)) {
            return true;
        }
        if (part.type() == KeyType.BOOLEAN) {
            return !taken.contains(new BoundValue.Known(true)) || !taken.contains(new BoundValue.Known(false));
        }
        int labels = part.labels().map(EnumType::values).map(List::size).orElse(Integer.MAX_VALUE);
        return taken.stream()
                        .filter(BoundValue.Known.class::isInstance)
                        .distinct()
                        .count()
                < labels;
    }

    private static boolean hasGapInHashes(List<Remainder> remainders) {
        double share = remainders.stream()
                .mapToDouble(remainder -> 1.0 / remainder.modulus())
                .sum();
        return share < 1 - 1e-9;
    }
}
