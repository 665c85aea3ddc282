package io.pgorm.features.partition.internal;

import io.pgorm.ir.Hierarchy.In;
import io.pgorm.ir.Hierarchy.Otherwise;
import io.pgorm.ir.Hierarchy.Range;
import io.pgorm.ir.Hierarchy.Remainder;
import io.pgorm.ir.Hierarchy.Strategy;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.diagnostic.Severity;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bounds of the partitions of one table: each against the key, and each against those before it. For one table and
 * one thread.
 */
final class BoundChecks {

    private final ResolvedKey key;
    private final List<Diagnostic> found;
    private final List<Sibling> sound = new ArrayList<>();

    BoundChecks(ResolvedKey key, List<Diagnostic> found) {
        this.key = key;
        this.found = found;
    }

    /** Reports what is wrong with them and gives those with which nothing is. */
    List<Sibling> check(List<Sibling> siblings) {
        for (Sibling sibling : siblings) {
            int before = found.size();
            alone(sibling);
            if (isSound(before)) {
                overlap(sibling);
            }
            if (isSound(before)) {
                sound.add(sibling);
            }
        }
        return sound;
    }

    private boolean isSound(int before) {
        return found.stream().skip(before).noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    private void alone(Sibling sibling) {
        switch (sibling.bound()) {
            case Otherwise otherwise -> {
                if (key.strategy() == Strategy.HASH) {
                    error(
                            PartitionCodes.BAD_BOUND,
                            sibling.span(),
                            "every row has a hash, so that there is nothing for a default partition",
                            "give it modulus: and remainder:");
                }
            }
            case Range(List<SqlText> from, List<SqlText> to) -> {
                if (fits(Strategy.RANGE, sibling)) {
                    range(sibling, from, to);
                }
            }
            case In(List<SqlText> values) -> {
                if (fits(Strategy.LIST, sibling)) {
                    values.forEach(value -> inList(sibling, value));
                }
            }
            case Remainder remainder -> fits(Strategy.HASH, sibling);
        }
    }

    private boolean fits(Strategy strategy, Sibling sibling) {
        if (key.strategy() == strategy) {
            return true;
        }
        String cure = switch (key.strategy()) {
            case RANGE -> "say from: and to:";
            case LIST -> "say in:";
            case HASH -> "say modulus: and remainder:";
        };
        error(
                PartitionCodes.BAD_BOUND,
                sibling.span(),
                "the table is partitioned by " + key.strategy() + ", and " + sibling.name() + " has a bound for "
                        + strategy,
                cure);
        return false;
    }

    private void range(Sibling sibling, List<SqlText> from, List<SqlText> to) {
        boolean counted = ends(sibling, "from:", from) & ends(sibling, "to:", to);
        if (counted
                && RangeOrder.compare(key.read(from), key.read(to))
                        .filter(order -> order >= 0)
                        .isPresent()) {
            error(
                    PartitionCodes.EMPTY_RANGE,
                    sibling.span(),
                    "no row is from " + shown(from) + " on and before " + shown(to),
                    "a range begins with from: and ends before to:");
        }
    }

    private boolean ends(Sibling sibling, String end, List<SqlText> values) {
        int wanted = key.parts().size();
        if (values.size() != wanted) {
            error(
                    PartitionCodes.BAD_BOUND,
                    sibling.span(),
                    end + " has " + values.size() + (values.size() == 1 ? " value" : " values") + ", and the key "
                            + wanted + (wanted == 1 ? " part" : " parts"),
                    "give one value for each part; MINVALUE and MAXVALUE stand for what has no end");
            return false;
        }
        boolean good = true;
        Optional<BoundValue> infinite = Optional.empty();
        for (int at = 0; at < wanted; at++) {
            ReadValue value = key.readAt(at, values.get(at));
            good &= value(sibling, value, values.get(at));
            if (value.value() instanceof BoundValue.Null) {
                error(
                        PartitionCodes.BAD_BOUND,
                        sibling.span(),
                        "a range has no end at NULL",
                        "rows with NULL belong to the default partition");
                good = false;
            }
            if (infinite.isPresent() && !infinite.get().equals(value.value())) {
                error(
                        PartitionCodes.BAD_BOUND,
                        sibling.span(),
                        "behind a " + word(infinite.get()) + " in " + end + " there is nothing left to say",
                        "say " + word(infinite.get()) + " for the rest too");
                return false;
            }
            if (value.value() instanceof BoundValue.Lowest || value.value() instanceof BoundValue.Highest) {
                infinite = Optional.of(value.value());
            }
        }
        return good;
    }

    private void inList(Sibling sibling, SqlText constant) {
        if (key.parts().size() == 1) {
            value(sibling, key.readAt(0, constant), constant);
        }
    }

    private boolean value(Sibling sibling, ReadValue value, SqlText constant) {
        SourceSpan span = constant.span().isPresent() ? constant.span() : sibling.span();
        value.problem().ifPresent(problem -> found.add(Diagnostic.error(PartitionCodes.BOUND_VALUE, problem, span)));
        if (value.zoneless()) {
            found.add(Diagnostic.warning(
                            PartitionCodes.BOUND_WITHOUT_ZONE,
                            "the bound has no time zone, so that it means another time wherever the session has"
                                    + " another zone",
                            span)
                    .withHelp("write the zone: \"2026-01-01 00:00:00+00\""));
        }
        return value.problem().isEmpty();
    }

    private void overlap(Sibling sibling) {
        for (Sibling other : sound) {
            Optional<String> shared = Overlap.of(key, sibling.bound(), other);
            if (shared.isPresent()) {
                error(
                        PartitionCodes.OVERLAP,
                        sibling.span(),
                        shared.get(),
                        "a row belongs to one partition; change one of the bounds");
                return;
            }
        }
    }

    private static String word(BoundValue value) {
        return value instanceof BoundValue.Lowest ? "MINVALUE" : "MAXVALUE";
    }

    private static String shown(List<SqlText> values) {
        return String.join(", ", values.stream().map(SqlText::render).toList());
    }

    private void error(String code, SourceSpan span, String message, String help) {
        found.add(Diagnostic.error(code, message, span).withHelp(help));
    }
}
