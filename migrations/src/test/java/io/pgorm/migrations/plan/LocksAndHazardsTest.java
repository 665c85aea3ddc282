package io.pgorm.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.ddl.plan.PlannedStatement.Execution;
import io.pgorm.migrations.diff.Comparison;
import io.pgorm.migrations.diff.DiffOptions;
import io.pgorm.migrations.diff.StateCopy;
import io.pgorm.migrations.source.SchemaSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a plan says of its statements, for each kind of change, with plain statements and in the online ways: the hazards
 * are those that a person wrote down, and no statement takes a stronger lock than it says, which the server is asked.
 */
class LocksAndHazardsTest {

    /** Locks of composite types stop no reads and no writes, and are no locks of tables. */
    private static final String RELATIONS = """
            SELECT oid, oid::regclass::text FROM pg_class WHERE oid >= 16384 AND relkind <> 'c'""";

    private static final String LOCKS = """
            SELECT relation, mode FROM pg_locks
            WHERE pid = pg_backend_pid() AND locktype = 'relation' AND granted""";

    private static ScratchServer held;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        held = ScratchServer.start(ScratchOptions.fast());
    }

    @AfterAll
    static void stop() {
        held.close();
    }

    @TestFactory
    Stream<DynamicTest> everyChange() throws Exception {
        return Change.all().stream()
                .flatMap(change -> Stream.of(false, true)
                        .map(online -> DynamicTest.dynamicTest(
                                change.name() + (online ? ", online" : ""), () -> check(change, online))));
    }

    private void check(Change change, boolean online) throws Exception {
        Path before = Files.writeString(folder.resolve("before.sql"), change.before());
        Path after = Files.writeString(folder.resolve("after.sql"), change.after());
        try (Comparison comparison = Comparison.of(
                SchemaSource.of(before),
                SchemaSource.of(after),
                DiffOptions.standard().withOnline(online))) {
            Plan plan = comparison
                    .way(comparison.from().catalog(), comparison.to().catalog())
                    .orThrow();

            assertThat(plan.statements()).isNotEmpty();
            assertThat(plan.hazards())
                    .as(plan.statements().toString())
                    .isEqualTo(online ? change.online() : change.offline());
            try (StateCopy copy = StateCopy.of(comparison);
                    Connection connection = copy.connect()) {
                locks(connection, plan);
            }
        }
    }

    /** Each statement is committed by itself, so that the locks that are held are its own. */
    private static void locks(Connection connection, Plan plan) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Map<Long, String> relations = new HashMap<>();
            try (ResultSet rows = statement.executeQuery(RELATIONS)) {
                while (rows.next()) {
                    relations.put(rows.getLong(1), rows.getString(2));
                }
            }
            for (PlannedStatement planned : plan.statements()) {
                boolean alone = planned.execution() == Execution.ALONE;
                connection.setAutoCommit(alone);
                statement.execute(planned.sql());
                if (alone) {
                    assertThat(planned.lock()).as(planned.sql()).isGreaterThanOrEqualTo(documented(planned.sql()));
                } else {
                    held(statement, planned, relations);
                    connection.commit();
                }
            }
        }
    }

    private static void held(Statement statement, PlannedStatement planned, Map<Long, String> relations)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery(LOCKS)) {
            while (rows.next()) {
                if (relations.containsKey(rows.getLong(1))) {
                    assertThat(planned.lock())
                            .as("%s, which locks %s", planned.sql(), relations.get(rows.getLong(1)))
                            .isGreaterThanOrEqualTo(lock(rows.getString(2)));
                }
            }
        }
    }

    /** Outside of a transaction there is no moment to look: what the documentation says. */
    private static Lock documented(String sql) {
        return switch (sql) {
            case String text when text.endsWith(" CONCURRENTLY") -> Lock.ACCESS_EXCLUSIVE;
            case String text when text.contains("INDEX CONCURRENTLY ") -> Lock.SHARE_UPDATE_EXCLUSIVE;
            case String text when text.startsWith("ANALYZE ") -> Lock.SHARE_UPDATE_EXCLUSIVE;
            default -> Lock.NONE;
        };
    }

    /** {@code ShareRowExclusiveLock} is SHARE_ROW_EXCLUSIVE. */
    private static Lock lock(String mode) {
        return Lock.valueOf(mode.replaceFirst("Lock$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT));
    }
}
