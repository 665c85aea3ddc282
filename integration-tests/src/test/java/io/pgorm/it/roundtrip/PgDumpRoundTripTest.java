package io.pgorm.it.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.DatabaseUrl;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.database.testkit.PgDump;
import io.pgorm.database.testkit.RequiresDocker;
import io.pgorm.ir.diagnostic.SchemaException;
import io.pgorm.it.roundtrip.RoundTripSources.Named;
import io.pgorm.migrations.pull.Pull;
import io.pgorm.migrations.pull.PullOptions;
import io.pgorm.migrations.pull.Pulled;
import io.pgorm.migrations.script.ScriptException;
import io.pgorm.migrations.source.DatabaseSource;
import io.pgorm.migrations.source.LoadedSource;
import io.pgorm.migrations.source.SchemaSource;
import io.pgorm.migrations.source.TextSource;
import io.pgorm.sdl.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** As {@link RoundTripTest}, seen by pg_dump, which shares no code with our reader. */
@RequiresDocker
class PgDumpRoundTripTest {

    private static final RoundTripReport REPORT = new RoundTripReport("Round trips, seen by pg_dump:");
    private static final ScratchOptions DOCKER = ScratchOptions.standard().withProvider(ScratchProvider.DOCKER);

    @TestFactory
    Stream<DynamicTest> pgDumpSaysTheSame() {
        return RoundTripSources.all().stream()
                // a dump that says nothing would prove nothing
                .filter(named -> !named.name().equals("valid/empty"))
                // pg_dump sees these pairs in PgDumpProofTest
                .filter(named -> !named.name().startsWith("cases/migra/"))
                .map(named -> DynamicTest.dynamicTest(named.name(), () -> check(named)));
    }

    private static void check(Named named) throws Exception {
        List<String> original;
        Pulled pulled;
        try (LoadedSource loaded = named.source().load(DOCKER)) {
            original = dump(loaded);
            pulled = Pull.pull(database(loaded), PullOptions.standard().withScratch(DOCKER));
        } catch (SchemaException e) {
            assertThat(RoundTripSources.mayBeRefused(named)).as(e.getMessage()).isTrue();
            REPORT.add(named.name(), "SKIPPED (it makes no database here)");
            Assumptions.abort(e.getMessage());
            return;
        }
        List<String> again;
        try (LoadedSource loaded = new TextSource(List.of(new SourceFile(Pull.FILE, pulled.text()))).load(DOCKER)) {
            again = dump(loaded);
        } catch (SchemaException | ScriptException e) {
            REPORT.add(named.name(), "REFUSED");
            throw e;
        }
        List<String> lost = new ArrayList<>(original);
        again.forEach(lost::remove);
        List<String> made = new ArrayList<>(again);
        original.forEach(made::remove);
        REPORT.add(
                named.name(),
                lost.isEmpty() && made.isEmpty()
                        ? "ok, " + original.size() + " statements"
                        : lost.size() + " LOST, " + made.size() + " MADE UP");
        assertThat(made).as("made up").isEqualTo(lost);
    }

    private static List<String> dump(LoadedSource loaded) throws IOException {
        return PgDump.statements(loaded.scratchDatabase().orElseThrow());
    }

    /** As a user's database is pulled: by its address. It is not made a second time for that. */
    private static SchemaSource database(LoadedSource loaded) {
        ScratchDatabase database = loaded.scratchDatabase().orElseThrow();
        return new DatabaseSource(
                DatabaseUrl.of(database.jdbcUrl() + (database.jdbcUrl().contains("?") ? "&" : "?") + "user="
                        + database.user() + "&password=" + database.password()));
    }

    @AfterAll
    static void report() {
        REPORT.print();
    }
}
