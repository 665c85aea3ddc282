package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ir.Sequence;
import io.pgorm.ir.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** How a sequence changes: all options in one statement, since each alone may contradict another. Stateless. */
final class SequenceChange {

    private SequenceChange() {}

    static List<Step> steps(Sequence before, Sequence after) {
        List<Step> steps = new ArrayList<>();
        String alter = "ALTER SEQUENCE " + after.name().sql();
        if (!before.options().equals(after.options())) {
            String type = before.options().type().equals(after.options().type())
                    ? ""
                    : " AS " + after.options().type().orElse("bigint");
            steps.add(Step.of(alter + type + " " + String.join(" ", counting(after.options())))
                    .with(Hazard.CORRECTNESS));
        }
        if (before.unlogged() != after.unlogged()) {
            steps.add(Step.of(alter + (after.unlogged() ? " SET UNLOGGED" : " SET LOGGED")));
        }
        return steps;
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
