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
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A column of each built-in type, or an array of it, becomes each other: what is lost or stops was announced. */
class EachTypeTest {

    private static final int ROWS = 6;

    private static final Pattern ALTER = Pattern.compile("ALTER TABLE \"(\\w+)\" ALTER COLUMN \"(\\w+)\" TYPE ");

    /** A table whose columns are all of one type, each of which becomes another. */
    private record Change(String table, Type from, List<Type> targets) {}

    @Test
    void nothingIsLostUnannouncedBetweenAnyTwoTypes() throws SQLException {
        List<String> wrong = new ArrayList<>();
        try (ScratchServer server = ScratchServer.start(ScratchOptions.fast())) {
            for (int i = 0; i < Builtin.count(); i++) {
                wrong.addAll(wrong(server, changes(Builtin.of(i))));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Change> changes(Type type) {
        List<Type> each =
                IntStream.range(0, Builtin.count()).mapToObj(Builtin::of).toList();
        List<Type> arrays = each.stream().map(Type::array).toList();
        return List.of(
                new Change("one_to_one", type, each),
                new Change("one_to_array", type, arrays),
                new Change("array_to_one", type.array(), each),
                new Change("array_to_array", type.array(), arrays));
    }

    private static List<String> wrong(ScratchServer server, List<Change> changes) throws SQLException {
        try (ScratchDatabase before = server.create();
                ScratchDatabase after = server.create();
                Connection connection = before.connect();
                Connection other = after.connect();
                Statement statement = connection.createStatement();
                Statement made = other.createStatement()) {
            statement.setEscapeProcessing(false);
            made.setEscapeProcessing(false);
            for (Change change : changes) {
                statement.execute(table(
                        change.table(),
                        change.targets().stream().map(to -> change.from().sql()).toList()));
                for (int n = 1; n <= ROWS; n++) {
                    String value = change.from().value(n);
                    statement.execute("INSERT INTO " + change.table() + " VALUES ("
                            + change.targets().stream().map(to -> value).collect(Collectors.joining(", ")) + ")");
                }
                made.execute(table(
                        change.table(), change.targets().stream().map(Type::sql).toList()));
            }
            Contents old = Contents.of(connection);
            Catalog target = Made.read(other);
            Plan plan = Planner.plan(state(Made.read(connection)), state(target), PlanOptions.offline(target.major()));
            List<String> wrong = new ArrayList<>();
            List<PlannedStatement> done = new ArrayList<>();
            for (PlannedStatement planned : plan.statements()) {
                try {
                    statement.execute(planned.sql());
                    done.add(planned);
                } catch (SQLException e) {
                    if (!planned.hazards().contains(Hazard.MAY_FAIL_ON_DATA)) {
                        wrong.add(planned.sql() + ": " + e.getMessage());
                    }
                }
            }
            Contents now = Contents.of(connection);
            for (PlannedStatement planned : done) {
                Matcher alter = ALTER.matcher(planned.sql());
                assertThat(alter.lookingAt()).as(planned.sql()).isTrue();
                Contents.Values was = values(old, alter);
                Contents.Values is = values(now, alter);
                if (!planned.hazards().contains(Hazard.DELETES_DATA) && !Conversion.keeps(connection, was, is)) {
                    wrong.add(planned.sql() + " of " + was.type() + ": " + was.texts() + " became " + is.texts());
                }
            }
            return wrong;
        }
    }

    private static Contents.Values values(Contents contents, Matcher alter) {
        return contents.tables()
                .get(alter.group(1))
                .columns()
                .get(alter.group(2))
                .whole();
    }

    private static Planner.State state(Catalog catalog) {
        return new Planner.State(catalog.schema(), catalog.dependencies(), Optional.of(catalog.owner()));
    }

    private static String table(String name, List<String> types) {
        return IntStream.range(0, types.size())
                .mapToObj(i -> "c" + i + " " + types.get(i))
                .collect(Collectors.joining(", ", "CREATE TABLE " + name + " (", ")"));
    }
}
