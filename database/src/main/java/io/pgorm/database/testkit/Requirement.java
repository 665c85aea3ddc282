package io.pgorm.database.testkit;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.database.ScratchUnavailableException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What happens to a test whose server cannot be had. */
final class Requirement {

    private Requirement() {}

    /**
     * Enabled where the server is there.
     *
     * @throws ScratchUnavailableException where it is not and {@code CI} is {@code true}, which fails the test
     */
    static ConditionEvaluationResult check(ExtensionContext context, ScratchOptions options) {
        try {
            ScratchServer server = ScratchServer.start(options);
            return ConditionEvaluationResult.enabled("runs on " + server.describe());
        } catch (ScratchUnavailableException e) {
            if ("true".equalsIgnoreCase(System.getenv("CI"))) {
                throw e;
            }
            String line = skipped(nameOf(context), options, e);
            // standard output, not a logger: the run must show it whatever the log level
            System.out.println(line);
            return ConditionEvaluationResult.disabled(line);
        }
    }

    static String skipped(String test, ScratchOptions options, ScratchUnavailableException e) {
        String what = options.extensions().isEmpty()
                ? "a container"
                : "a server with "
                        + String.join(
                                ", ", options.extensions().stream().sorted().toList());
        return "SKIPPED (" + e.reason() + "): " + test + " needs " + what;
    }

    private static String nameOf(ExtensionContext context) {
        String owner = context.getTestClass().map(Class::getSimpleName).orElse("");
        return context.getTestMethod()
                .map(method -> owner + "." + method.getName())
                .orElse(owner);
    }
}
