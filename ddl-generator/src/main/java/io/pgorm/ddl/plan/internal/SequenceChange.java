package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Sequence;
import io.pgorm.ir.SequenceOptions;
import io.pgorm.ir.sql.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * How what a sequence counts changes: all options in one statement, since each alone may contradict another. Where it
 * stands is kept if that is possible.
 */
final class SequenceChange {

    private final Range before;
    private final Range after;

    private SequenceChange(Range before, Range after) {
        this.before = before;
        this.after = after;
    }

    /** What a sequence may give, PostgreSQL's own limits said too. */
    private record Range(long minimum, long maximum, boolean up, long start) {

        static Range of(SequenceOptions options, String usualType) {
            boolean up = options.increment().orElse(1) > 0;
            String type = options.type().orElse(usualType);
            long minimum = options.minimum().orElse(up ? 1 : lowest(type));
            long maximum = options.maximum().orElse(up ? highest(type) : -1);
            return new Range(minimum, maximum, up, options.start().orElse(up ? minimum : maximum));
        }

        private static long lowest(String type) {
            return switch (type) {
                case "smallint" -> Short.MIN_VALUE;
                case "integer" -> Integer.MIN_VALUE;
                default -> Long.MIN_VALUE;
            };
        }

        private static long highest(String type) {
            return switch (type) {
                case "smallint" -> Short.MAX_VALUE;
                case "integer" -> Integer.MAX_VALUE;
                default -> Long.MAX_VALUE;
            };
        }
    }

    /**
     * @param oldType the type that goes without saying before, that of an identity's column
     * @param newType the one after
     */
    static SequenceChange between(SequenceOptions before, SequenceOptions after, String oldType, String newType) {
        return new SequenceChange(Range.of(before, oldType), Range.of(after, newType));
    }

    static List<Step> steps(Sequence before, Sequence after) {
        List<Step> steps = new ArrayList<>();
        String alter = "ALTER SEQUENCE " + after.name().sql();
        if (!before.options().equals(after.options())) {
            SequenceChange change = between(before.options(), after.options(), "bigint", "bigint");
            boolean sameType = before.options().type().equals(after.options().type());
            String type = sameType ? "" : " AS " + after.options().type().orElse("bigint");
            List<String> counting = counting(after.options());
            steps.addAll(change.intoRange(after.name()));
            steps.add(Step.of(
                    alter + type + " " + String.join(" ", sameType ? counting : change.limited(counting))
                            + change.restart(),
                    Lock.SHARE_ROW_EXCLUSIVE,
                    change.hazards()));
        }
        if (before.unlogged() != after.unlogged()) {
            steps.add(Step.of(alter + (after.unlogged() ? " SET UNLOGGED" : " SET LOGGED"), Lock.ACCESS_EXCLUSIVE));
        }
        return steps;
    }

    /**
     * With another type, a limit that was the old type's own becomes that of the new one, though NO MINVALUE or NO MAXVALUE
     * say otherwise.
     */
    private List<String> limited(List<String> counting) {
        return counting.stream()
                .map(option -> switch (option) {
                    case "NO MINVALUE" -> "MINVALUE " + after.minimum;
                    case "NO MAXVALUE" -> "MAXVALUE " + after.maximum;
                    default -> option;
                })
                .toList();
    }

    private boolean isElsewhere() {
        return after.minimum > before.maximum || after.maximum < before.minimum;
    }

    /** Where no number is in both ranges it begins again. */
    String restart() {
        return isElsewhere() ? " RESTART WITH " + after.start : "";
    }

    Hazard[] hazards() {
        boolean narrower = after.minimum > before.minimum || after.maximum < before.maximum;
        return isElsewhere() || narrower ? new Hazard[] {Hazard.CORRECTNESS} : new Hazard[0];
    }

    /** PostgreSQL refuses limits beyond which the sequence stands: it is moved to the limit before. */
    List<Step> intoRange(QualifiedName sequence) {
        if (isElsewhere()) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        if (after.minimum > before.minimum) {
            steps.add(move(sequence, after.minimum, !after.up, "<"));
        }
        if (after.maximum < before.maximum) {
            steps.add(move(sequence, after.maximum, after.up, ">"));
        }
        return steps;
    }

    /** @param used whether the number is taken, so that none is given twice */
    private static Step move(QualifiedName sequence, long to, boolean used, String where) {
        return Step.of("SELECT setval(%s, %d, %s) FROM %s WHERE last_value %s %d"
                .formatted(Literals.quote(sequence.sql()), to, used, sequence.sql(), where, to));
    }

    /** Every option, those that are PostgreSQL's own too, so that nothing of what was before stays. */
    static List<String> counting(SequenceOptions options) {
        long increment = options.increment().orElse(1);
        boolean up = increment > 0;
        OptionalLong first = up ? options.minimum() : options.maximum();
        return List.of(
                "INCREMENT BY " + increment,
                options.minimum().isPresent() ? "MINVALUE " + options.minimum().getAsLong() : "NO MINVALUE",
                options.maximum().isPresent() ? "MAXVALUE " + options.maximum().getAsLong() : "NO MAXVALUE",
                "START WITH " + options.start().orElse(first.orElse(up ? 1 : -1)),
                "CACHE " + options.cache().orElse(1),
                options.cycle() ? "CYCLE" : "NO CYCLE");
    }
}
