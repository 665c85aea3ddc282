package io.pgorm.migrations.apply.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.migrations.apply.ApplyOptions;
import io.pgorm.migrations.apply.MigrationException;
import io.pgorm.migrations.apply.MigrationException.Kind;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What nobody accepted is not run. Stateless. */
final class Hazards {

    private Hazards() {}

    /** @throws MigrationException where the file names hazards that neither it nor the options accept */
    static void check(Script script, ApplyOptions options) {
        if (!script.file().head().problems().isEmpty()) {
            throw new MigrationException(
                    Kind.REFUSED,
                    script.name() + ": "
                            + String.join("; ", script.file().head().problems()) + "; nothing was run");
        }
        Set<Hazard> open = EnumSet.noneOf(Hazard.class);
        open.addAll(script.file().hazards());
        open.removeAll(script.file().head().allowed());
        open.removeAll(options.allow());
        if (open.isEmpty()) {
            return;
        }
        String why =
                open.stream().map(hazard -> "  " + hazard + ": " + hazard.why()).collect(Collectors.joining("\n"));
        String codes = open.stream().map(Hazard::name).collect(Collectors.joining(","));
        throw new MigrationException(
                Kind.REFUSED,
                script.name() + " has hazards that nobody has accepted, so nothing was run:\n" + why
                        + "\nAccept them for this run with --allow " + codes
                        + ", or for good in the head of the file: -- pgorm:allow " + codes.replace(",", ", "));
    }
}
