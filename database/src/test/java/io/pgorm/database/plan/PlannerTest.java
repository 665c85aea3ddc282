package io.pgorm.database.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.database.catalog.Catalog;
import io.pgorm.database.catalog.CatalogReader;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.ddl.plan.PlanOptions;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.ddl.plan.Planner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** From one folder's a.sql to its b.sql and back, on a real server; what comes out is what was planned for. */
class PlannerTest {

    private static ScratchServer server;

    @BeforeAll
    static void start() {
        server = ScratchServer.start(ScratchOptions.fast());
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @TestFactory
    List<DynamicTest> everyPairConvergesUpAndDown() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path folder : List.of(Path.of("src/test/resources/plans"), Path.of("../../shared/cases/migra"))) {
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
        try (ScratchDatabase first = server.create();
                ScratchDatabase second = server.create();
                Connection a = first.connect();
                Connection b = second.connect()) {
            run(a, Files.readString(pair.resolve("a.sql")));
            run(b, Files.readString(pair.resolve("b.sql")));
            Planner.State start = state(a);
            Planner.State target = state(b);
            converge(a, start, target, "up");
            converge(a, target, start, "down");
        }
    }

    private static void converge(Connection connection, Planner.State from, Planner.State to, String way)
            throws SQLException {
        Plan plan = Planner.plan(from, to, PlanOptions.offline(18));
        StringBuilder script = new StringBuilder();
        for (PlannedStatement statement : plan.statements()) {
            script.append(statement.sql()).append(";\n");
            try {
                run(connection, statement.sql());
            } catch (SQLException e) {
                throw new AssertionError(way + ": " + e.getMessage() + "\n" + script, e);
            }
        }
        Plan rest = Planner.plan(state(connection), to, PlanOptions.offline(18));
        assertThat(rest.statements())
                .as(way + "\n" + script)
                .extracting(PlannedStatement::sql)
                .isEmpty();
    }

    private static Planner.State state(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        Catalog catalog = CatalogReader.read(connection);
        return new Planner.State(catalog.schema(), catalog.dependencies());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = public; SET check_function_bodies = off");
            statement.execute(sql);
        }
    }
}
