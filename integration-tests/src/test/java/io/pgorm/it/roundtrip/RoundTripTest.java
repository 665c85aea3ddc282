package io.pgorm.it.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchUnavailableException;
import io.pgorm.ir.diagnostic.SchemaException;
import io.pgorm.it.roundtrip.RoundTripSources.Named;
import io.pgorm.migrations.pull.Proof;
import io.pgorm.migrations.pull.Pull;
import io.pgorm.migrations.pull.PullOptions;
import io.pgorm.migrations.pull.Pulled;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * From a database to schema text and back to a database: read by our reader, both are the same, whatever is in them.
 */
class RoundTripTest {

    private static final RoundTripReport REPORT = new RoundTripReport("Round trips, seen by our reader:");

    /** All that these hold has a word or an SQL block. */
    private static final List<String> COMPLETE =
            List.of("schemas/pagila.sql", "schemas/chinook.sql", "schemas/northwind.sql");

    @TestFactory
    Stream<DynamicTest> nothingIsLost() {
        return RoundTripSources.all().stream().map(named -> DynamicTest.dynamicTest(named.name(), () -> check(named)));
    }

    private static void check(Named named) throws Exception {
        Pulled pulled;
        try {
            pulled = Pull.pull(named.source(), PullOptions.standard().withScratch(ScratchOptions.fast()));
        } catch (ScratchUnavailableException e) {
            skip(named, "SKIPPED (" + e.reason() + ")");
            return;
        } catch (SchemaException e) {
            assertThat(RoundTripSources.mayBeRefused(named)).as(e.getMessage()).isTrue();
            skip(named, "SKIPPED (it makes no database here)");
            return;
        }
        REPORT.add(named.name(), pulled);
        switch (pulled.proof()) {
            case Proof.Equal() -> {}
            case Proof.Different(List<String> differences) ->
                assertThat(differences).as(pulled.text()).isEmpty();
            case Proof.Refused(String reason) ->
                assertThat(reason).as(pulled.text()).isEmpty();
        }
        if (COMPLETE.contains(named.name())) {
            assertThat(pulled.unmodelled()).isEmpty();
        }
    }

    private static void skip(Named named, String line) {
        REPORT.add(named.name(), line);
        Assumptions.abort(line);
    }

    @AfterAll
    static void report() {
        REPORT.print();
    }
}
