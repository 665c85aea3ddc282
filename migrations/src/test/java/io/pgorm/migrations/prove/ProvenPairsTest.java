package io.pgorm.migrations.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.migrations.diff.Comparison;
import io.pgorm.migrations.diff.DiffOptions;
import io.pgorm.migrations.source.SchemaSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Pairs that others came upon, proven in both directions, with plain statements and in the online ways, with rows. */
class ProvenPairsTest {

    private static final Path PAIRS = Path.of("../../shared/cases/migra");
    private static final Map<String, String> TABLE = new TreeMap<>();

    private static ScratchServer held;

    @BeforeAll
    static void start() {
        held = ScratchServer.start(ScratchOptions.fast());
    }

    @AfterAll
    static void stop() {
        held.close();
        System.out.printf("%-40s %s%n", "pair", "proof");
        TABLE.forEach((pair, result) -> System.out.printf("%-40s %s%n", pair, result));
        long proven = TABLE.values().stream()
                .filter(result -> result.startsWith("proven up and down"))
                .count();
        System.out.println(proven + " of " + TABLE.size() + " proven up and down");
    }

    @TestFactory
    List<DynamicTest> everyPairIsProven() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        if (Files.isDirectory(PAIRS)) {
            try (Stream<Path> pairs = Files.list(PAIRS)) {
                pairs.filter(pair -> Files.exists(pair.resolve("a.sql")))
                        .sorted()
                        .forEach(pair -> add(pair, tests));
            }
        }
        return tests;
    }

    private static void add(Path pair, List<DynamicTest> tests) {
        // a proof goes there and back and there again, so that either end is a start once
        for (boolean online : List.of(false, true)) {
            String name = pair.getFileName() + (online ? ", b to a, online" : ", a to b");
            Path from = pair.resolve(online ? "b.sql" : "a.sql");
            Path to = pair.resolve(online ? "a.sql" : "b.sql");
            tests.add(DynamicTest.dynamicTest(name, () -> check(name, from, to, online)));
        }
    }

    private static void check(String name, Path from, Path to, boolean online) throws Exception {
        TABLE.put(name, "no plan");
        try (Comparison comparison = Comparison.of(
                SchemaSource.of(from),
                SchemaSource.of(to),
                DiffOptions.standard().withOnline(online))) {
            Proof proof = Prover.prove(ProofRequest.of(comparison));
            TABLE.put(
                    name,
                    proof.summary().lines().limit(2).reduce((a, b) -> a + b).orElse(""));
            assertThat(proof.holds()).as(proof.summary()).isTrue();
        }
    }
}
