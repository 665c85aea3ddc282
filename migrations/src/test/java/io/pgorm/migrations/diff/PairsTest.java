package io.pgorm.migrations.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.database.catalog.Catalog;
import io.pgorm.database.catalog.CatalogDifference;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.ddl.plan.PlanOptions;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.migrations.file.PlanScript;
import io.pgorm.migrations.source.LoadedSource;
import io.pgorm.migrations.source.SchemaSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * From one folder's a.sql to its b.sql and back, on a real server, with plain statements and in the online ways: the
 * catalog is the one that was planned for, and there is nothing left to plan. To add a case is to add a folder.
 */
class PairsTest {

    private static final List<Path> FOLDERS =
            List.of(Path.of("src/test/resources/pairs"), Path.of("../../shared/cases/migra"));

    private static ScratchServer held;

    @BeforeAll
    static void start() {
        held = ScratchServer.start(ScratchOptions.fast());
    }

    @AfterAll
    static void stop() {
        held.close();
    }

    @TestFactory
    List<DynamicTest> everyPairConvergesUpAndDown() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path folder : FOLDERS) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> pairs = Files.list(folder)) {
                    pairs.filter(pair -> Files.exists(pair.resolve("a.sql")))
                            .sorted()
                            .forEach(pair -> tests.add(
                                    DynamicTest.dynamicTest(pair.getFileName().toString(), () -> check(pair))));
                }
            }
        }
        return tests;
    }

    private static void check(Path pair) throws Exception {
        SchemaSource from = SchemaSource.of(pair.resolve("a.sql"));
        SchemaSource to = SchemaSource.of(pair.resolve("b.sql"));
        int major = held.versionNum() / 10_000;
        Set<PlanOptions> ways = new LinkedHashSet<>(List.of(
                PlanOptions.offline(major), PlanOptions.online(Math.min(major, 17)), PlanOptions.online(major)));
        try (Comparison comparison = Comparison.of(from, to, DiffOptions.standard())) {
            Catalog start = comparison.from().catalog();
            Catalog target = comparison.to().catalog();
            Set<String> seen = new HashSet<>();
            for (PlanOptions how : ways) {
                Plan up = comparison.way(start, target, how).orThrow();
                Plan down = comparison.way(target, start, how).orThrow();
                // the way back has been shown to give the start again, so that the next way may begin there
                if (seen.add(PlanScript.of(up) + "\0" + PlanScript.of(down))) {
                    converge(up, target, comparison, how + " up");
                    converge(down, start, comparison, how + " down");
                }
            }
        }
    }

    private static void converge(Plan plan, Catalog to, Comparison comparison, String way) throws SQLException {
        LoadedSource database = comparison.from().loaded();
        String script = way + "\n" + PlanScript.of(plan);
        try (Connection connection = database.connect()) {
            run(connection, plan, script);
        }
        try (Connection connection = database.connect()) {
            Catalog reached = comparison.read(connection);
            assertThat(PlanScript.of(comparison.way(reached, to).orThrow()))
                    .as("what is left to do after " + script)
                    .isEmpty();
            assertThat(CatalogDifference.attainable(reached, to))
                    .as("how the catalog differs after " + script)
                    .isEmpty();
        }
    }

    private static void run(Connection connection, Plan plan, String script) throws SQLException {
        for (Plan.Group group : plan.groups()) {
            connection.setAutoCommit(!group.transaction());
            for (PlannedStatement planned : group.statements()) {
                try (Statement statement = connection.createStatement()) {
                    statement.setEscapeProcessing(false);
                    statement.execute(planned.sql());
                } catch (SQLException e) {
                    throw new AssertionError(e.getMessage() + "\nat " + planned.sql() + "\nin " + script, e);
                }
            }
            if (group.transaction()) {
                connection.commit();
            }
        }
    }
}
