package io.pgorm.it.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.database.ScratchServer;
import io.pgorm.database.testkit.RequiresDocker;
import io.pgorm.migrations.diff.Comparison;
import io.pgorm.migrations.diff.DiffOptions;
import io.pgorm.migrations.prove.Proof;
import io.pgorm.migrations.prove.ProofRequest;
import io.pgorm.migrations.prove.Prover;
import io.pgorm.migrations.source.SchemaSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Pairs that are proven, where pg_dump looks at the databases too: it shares no code with our reader. */
@RequiresDocker
class PgDumpProofTest {

    private static final List<Path> FOLDERS = List.of(Path.of("../../shared/cases/migra"));
    private static final ScratchOptions DOCKER = ScratchOptions.standard().withProvider(ScratchProvider.DOCKER);

    /** A column of a child that its parent adopts stays the child's own, and pg_dump says so: no statement changes it. */
    private static final Set<String> UNATTAINABLE = Set.of("inherit2");

    private static ScratchServer held;

    @BeforeAll
    static void start() {
        held = ScratchServer.start(DOCKER);
    }

    @AfterAll
    static void stop() {
        held.close();
    }

    @TestFactory
    List<DynamicTest> pgDumpSeesWhatWasPlannedFor() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path folder : FOLDERS) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> pairs = Files.list(folder)) {
                    pairs.filter(pair -> Files.exists(pair.resolve("a.sql"))
                                    && !UNATTAINABLE.contains(String.valueOf(pair.getFileName())))
                            .sorted()
                            .forEach(pair -> tests.add(
                                    DynamicTest.dynamicTest(String.valueOf(pair.getFileName()), () -> check(pair))));
                }
            }
        }
        return tests;
    }

    private static void check(Path pair) throws Exception {
        try (Comparison comparison = Comparison.of(
                SchemaSource.of(pair.resolve("a.sql")),
                SchemaSource.of(pair.resolve("b.sql")),
                DiffOptions.standard().withScratch(DOCKER))) {
            Proof proof = Prover.prove(ProofRequest.of(comparison));
            assertThat(proof.holds()).as(proof.summary()).isTrue();
            assertThat(((Proof.Proven) proof).dumped()).as("seen by pg_dump").isTrue();
        }
    }
}
