package io.pgorm.cli.migrate;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.migrations.apply.ApplyOptions;
import io.pgorm.migrations.apply.Durations;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** How migrations are run. */
final class RunArguments {

    private static final ApplyOptions STANDARD = ApplyOptions.standard();

    /** {@code 3s} to a duration. */
    static final class ConvertDuration implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return Durations.parse(text);
        }
    }

    @Option(
            names = "--lock-timeout",
            paramLabel = "DURATION",
            converter = ConvertDuration.class,
            description = "How long a statement waits for a lock before it is tried again later: 250ms, 3s, 1min."
                    + " Else 3s; 20 times as long where it keeps nobody from reading and writing.")
    private Duration lockTimeout = STANDARD.lockTimeout();

    @Option(
            names = "--statement-timeout",
            paramLabel = "DURATION",
            converter = ConvertDuration.class,
            description = "How long a statement may take that is over in a moment as a rule. Else 1min.")
    private Duration statementTimeout = STANDARD.statementTimeout();

    @Option(
            names = "--long-statement-timeout",
            paramLabel = "DURATION",
            converter = ConvertDuration.class,
            description = "How long one may take that builds, validates or changes rows. Else 4h.")
    private Duration longStatementTimeout = STANDARD.longStatementTimeout();

    @Option(
            names = "--retries",
            paramLabel = "N",
            description = "How often a step that did not get its lock is tried again. Else ${DEFAULT-VALUE}.")
    private int retries = STANDARD.retries();

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            converter = ConvertDuration.class,
            description = "How long to wait while another process applies migrations. Else 10min.")
    private Duration waitForOther = STANDARD.waitForOther();

    @Option(
            names = "--allow",
            split = ",",
            paramLabel = "HAZARD",
            description = "A hazard that is accepted; may be given more than once.")
    private List<Hazard> allowed = List.of();

    @Option(
            names = "--take-changed",
            description =
                    "Goes on with an interrupted migration although its file was changed behind the place where it"
                            + " stands.")
    private boolean takeChanged;

    ApplyOptions options() {
        return STANDARD.withLockTimeout(lockTimeout)
                .withStatementTimeout(statementTimeout)
                .withLongStatementTimeout(longStatementTimeout)
                .withRetries(retries)
                .withWaitForOther(waitForOther)
                .withAllow(allowed.isEmpty() ? Set.of() : EnumSet.copyOf(allowed))
                .withTakeChanged(takeChanged);
    }
}
