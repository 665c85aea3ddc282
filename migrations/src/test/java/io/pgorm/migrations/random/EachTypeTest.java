package io.pgorm.migrations.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.database.catalog.Catalog;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.ddl.plan.PlanOptions;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.ddl.plan.Planner;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A column of each built-in type, and an array of it, becomes one of each other: what is lost or stops was announced. */
class EachTypeTest {

    private static final int ROWS = 6;

    @Test
    void nothingIsLostUnannouncedBetweenAnyTwoTypes() throws SQLException {
        List<String> wrong = new ArrayList<>();
        try (ScratchServer server = ScratchServer.start(ScratchOptions.fast())) {
            for (int type = 0; type < Builtin.count(); type++) {
                wrong.addAll(changes(server, Builtin.of(type), false));
                wrong.addAll(changes(server, Builtin.of(type), true));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A table whose columns are all of one type, and the same with a column of each. */
    private static List<String> changes(ScratchServer server, Type type, boolean array) throws SQLException {
        Type from = array ? type.array() : type;
        List<Type> targets = IntStream.range(0, Builtin.count())
                .mapToObj(Builtin::of)
                .map(to -> array ? to.array() : to)
                .toList();
        try (ScratchDatabase before = server.create();
                ScratchDatabase after = server.create();
                Connection connection = before.connect();
                Connection other = after.connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(table(targets.stream().map(to -> from.sql()).toList()));
            for (int n = 1; n <= ROWS; n++) {
                String value = from.value(n);
                statement.execute("INSERT INTO t VALUES ("
                        + targets.stream().map(to -> value).collect(Collectors.joining(", ")) + ")");
            }
            try (Statement made = other.createStatement()) {
                made.execute(table(targets.stream().map(Type::sql).toList()));
            }
            Contents.Table old = Contents.of(connection).tables().get("t");
            Catalog target = Made.read(other);
            Plan plan = Planner.plan(state(Made.read(connection)), state(target), PlanOptions.offline(target.major()));
            List<String> wrong = new ArrayList<>();
            Map<String, PlannedStatement> done = new HashMap<>();
            for (PlannedStatement planned : plan.statements()) {
                String column = planned.sql().replaceFirst("(?s).*ALTER COLUMN \"(c\\d+)\" TYPE .*", "$1");
                try {
                    statement.execute(planned.sql());
                    done.put(column, planned);
                } catch (SQLException e) {
                    if (!planned.hazards().contains(Hazard.MAY_FAIL_ON_DATA)) {
                        wrong.add(from.sql() + ": " + planned.sql() + ": " + e.getMessage());
                    }
                }
            }
            Contents.Table now = Contents.of(connection).tables().get("t");
            for (Map.Entry<String, PlannedStatement> entry : done.entrySet()) {
                Contents.Values was = old.columns().get(entry.getKey()).whole();
                Contents.Values is = now.columns().get(entry.getKey()).whole();
                boolean kept = Conversion.keeps(connection, was, is);
                if (!kept && !entry.getValue().hazards().contains(Hazard.DELETES_DATA)) {
                    wrong.add(from.sql() + " lost in " + entry.getValue().sql() + ": " + was.texts() + " " + is.texts());
                }
            }
            return wrong;
        }
    }

    private static Planner.State state(Catalog catalog) {
        return new Planner.State(catalog.schema(), catalog.dependencies(), Optional.of(catalog.owner()));
    }

    private static String table(List<String> types) {
        return IntStream.range(0, types.size())
                .mapToObj(i -> "c" + i + " " + types.get(i))
                .collect(Collectors.joining(", ", "CREATE TABLE t (", ")"));
    }
}
