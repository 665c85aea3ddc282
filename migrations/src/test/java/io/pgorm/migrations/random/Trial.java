package io.pgorm.migrations.random;

import io.pgorm.database.ScratchServer;
import io.pgorm.database.catalog.Catalog;
import io.pgorm.database.catalog.CatalogDifference;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.ddl.plan.PlanOptions;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.ddl.plan.Planner;
import io.pgorm.ddl.plan.UnsupportedChangeException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs a pair of worlds up and down on a server, and looks whether it arrives and what it lost. Thread-safe. */
final class Trial {

    private final ScratchServer server;

    Trial(ScratchServer server) {
        this.server = server;
    }

    /** How a pair is run. */
    record Mode(boolean online, boolean rows) {}

    Outcome run(World a, World b, Mode mode) {
        try (Made start = Made.of(server, a);
                Made target = Made.of(server, b)) {
            return run(start, target, a, mode);
        } catch (SQLException e) {
            return new Outcome.Failed("reading the catalog: " + e.getMessage(), Texts.stack(e));
        }
    }

    /** As {@link #run(World, World, Mode)} on what is made already. The start is changed by it. */
    Outcome run(Made start, Made target, World a, Mode mode) throws SQLException {
        int rows = 0;
        if (mode.rows()) {
            rows = Rows.put(start.connection(), a);
        }
        try {
            int up = way(start, start.catalog(), target.catalog(), mode, "up");
            int down = way(start, target.catalog(), start.catalog(), mode, "down");
            return new Outcome.Arrived(up + down, 0, rows);
        } catch (FailedOnData e) {
            try (Made again = Made.of(server, a)) {
                return switch (run(again, target, a, new Mode(mode.online(), false))) {
                    case Outcome.Arrived(int statements, int failed, int none) ->
                        new Outcome.Arrived(statements, failed + 1, rows);
                    case Outcome other -> other;
                };
            }
        } catch (UnsupportedChangeException e) {
            return new Outcome.Refused(String.valueOf(e.getMessage()));
        } catch (Failure e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()), e.detail());
        } catch (RuntimeException e) {
            return new Outcome.Failed("planner: " + e, Texts.stack(e));
        }
    }

    private int way(Made made, Catalog from, Catalog to, Mode mode, String name)
            throws SQLException, Failure, FailedOnData {
        PlanOptions options = mode.online() ? PlanOptions.online(to.major()) : PlanOptions.offline(to.major());
        Plan plan = Planner.plan(state(from), state(to), options);
        String text = "-- " + name + "\n" + Texts.plan(plan);
        Connection connection = made.connection();
        Contents before = mode.rows() ? Contents.of(connection) : null;
        execute(connection, plan, text);
        if (before != null) {
            new Survival(connection, plan, text).check(before, Contents.of(connection));
        }
        compare(Made.read(connection), to, text);
        return plan.statements().size();
    }

    private static Planner.State state(Catalog catalog) {
        return new Planner.State(catalog.schema(), catalog.dependencies(), Optional.of(catalog.owner()));
    }

    private static void execute(Connection connection, Plan plan, String text)
            throws SQLException, Failure, FailedOnData {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("SET search_path = public; SET check_function_bodies = off");
            for (Plan.Group group : plan.groups()) {
                connection.setAutoCommit(!group.transaction());
                for (PlannedStatement planned : group.statements()) {
                    try {
                        statement.execute(planned.sql());
                    } catch (SQLException e) {
                        failed(planned, e, text);
                    }
                }
                if (group.transaction()) {
                    connection.commit();
                }
            }
            connection.setAutoCommit(true);
        }
    }

    private static void failed(PlannedStatement planned, SQLException e, String text) throws Failure, FailedOnData {
        String state = String.valueOf(e.getSQLState());
        String message = String.valueOf(e.getMessage());
        // PostgreSQL gives a value that is no text of a tsvector or tsquery the state of a syntax error, and no other
        // type's input does so; a syntax error of the plan itself reads "at or near", and counts as one
        boolean unread = state.equals("42601") && message.matches("(?s)ERROR: [^\\n]* in (tsvector|tsquery): .*");
        if ((state.startsWith("22") || state.startsWith("23") || unread)
                && planned.hazards().contains(Hazard.MAY_FAIL_ON_DATA)) {
            throw new FailedOnData(message);
        }
        throw new Failure(
                "refused by the server: " + message.lines().findFirst().orElse(""),
                message + "\nat " + planned.sql() + "\n" + text);
    }

    private static void compare(Catalog now, Catalog target, String text) throws Failure {
        Plan rest = Planner.plan(state(now), state(target), PlanOptions.offline(target.major()));
        if (!rest.isEmpty()) {
            String left = rest.statements().stream().map(PlannedStatement::sql).collect(Collectors.joining("\n"));
            throw new Failure("left over: " + rest.statements().getFirst().sql(), left + "\nafter\n" + text);
        }
        List<String> differences = CatalogDifference.attainable(now, target);
        if (!differences.isEmpty()) {
            throw new Failure(
                    "different: " + differences.getFirst(), String.join("\n", differences) + "\nafter\n" + text);
        }
    }
}
