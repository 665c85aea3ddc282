package io.pgorm.migrations.prove.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.migrations.prove.Violation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs a plan group by group, as it is applied, and looks on. Used by one thread. */
final class PlanRun {

    private final Connection connection;
    private final Violation.Stage stage;
    private final Watch watch;
    private final BetweenGroups between;
    private final List<Violation> violations = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<Long> emptied = new LinkedHashSet<>();

    /** What is looked at after a group that is not the last. */
    interface BetweenGroups {
        /** What is wrong with the state; nothing if a plan could go on from it. */
        Optional<String> look(Connection connection) throws SQLException;
    }

    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final transient PlannedStatement statement;
        private final SQLException cause;

        Refused(PlannedStatement statement, SQLException cause) {
            super(cause);
            this.statement = statement;
            this.cause = cause;
        }
    }

    PlanRun(Connection connection, Violation.Stage stage, BetweenGroups between) throws SQLException {
        this.connection = connection;
        this.stage = stage;
        this.between = between;
        this.watch = Watch.begin(connection);
    }

    List<Violation> violations() {
        return violations;
    }

    List<String> notes() {
        return notes;
    }

    /** Tables that had to be emptied, since the plan said that it may fail on rows, and it did. */
    Set<Long> emptied() {
        return emptied;
    }

    /** @return whether it came to the end */
    boolean run(Plan plan) throws SQLException {
        List<Plan.Group> groups = plan.groups();
        for (int i = 0; i < groups.size(); i++) {
            if (!run(groups.get(i))) {
                return false;
            }
            if (i < groups.size() - 1) {
                PlannedStatement last = groups.get(i).statements().getLast();
                between.look(connection)
                        .ifPresent(wrong -> violations.add(new Violation(
                                stage,
                                Violation.Kind.NO_WAY_ON,
                                "a plan that stops after this statement cannot go on: " + wrong,
                                Optional.of(last))));
            }
        }
        return true;
    }

    private boolean run(Plan.Group group) throws SQLException {
        Culprits culprits = new Culprits(connection);
        while (true) {
            Set<String> unfinished = culprits.invalidIndexes();
            int seen = violations.size();
            try {
                attempt(group);
                return true;
            } catch (Refused refused) {
                violations.subList(seen, violations.size()).clear();
                culprits.dropInvalidIndexes(unfinished);
                if (!announced(refused)) {
                    violations.add(violation(refused));
                    return false;
                }
                Optional<Culprits.Emptied> removed = culprits.empty(refused.statement, refused.cause);
                if (removed.isEmpty()) {
                    violations.add(violation(refused));
                    return false;
                }
                watch.lookAgain(connection);
                emptied.addAll(removed.get().tables());
                notes.add(stage.words() + ": as " + Hazard.MAY_FAIL_ON_DATA + " said, the server refused "
                        + refused.statement.sql() + " (" + firstLine(refused.cause)
                        + "); it was tried again without the"
                        + " rows of " + removed.get().names());
            }
        }
    }

    /** Violations of the data, and nothing else, are what the hazard speaks of. */
    private static boolean announced(Refused refused) {
        String state = String.valueOf(refused.cause.getSQLState());
        return refused.statement.hazards().contains(Hazard.MAY_FAIL_ON_DATA)
                && (state.startsWith("22") || state.startsWith("23"));
    }

    private Violation violation(Refused refused) {
        String state = String.valueOf(refused.cause.getSQLState());
        boolean data = state.startsWith("22") || state.startsWith("23");
        String unsaid = data && !refused.statement.hazards().contains(Hazard.MAY_FAIL_ON_DATA)
                ? ", which no MAY_FAIL_ON_DATA said"
                : "";
        return new Violation(
                stage,
                Violation.Kind.STATEMENT_FAILED,
                "the server refuses a statement" + unsaid + ": " + refused.cause.getMessage(),
                Optional.of(refused.statement));
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private void attempt(Plan.Group group) throws SQLException, Refused {
        watch.beginTransaction();
        connection.setAutoCommit(!group.transaction());
        try {
            for (PlannedStatement planned : group.statements()) {
                execute(planned);
                look(planned, group.transaction());
            }
            commit(group);
        } finally {
            if (group.transaction()) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    /** What is deferred is checked at the end. */
    private void commit(Plan.Group group) throws SQLException, Refused {
        if (group.transaction()) {
            try {
                connection.commit();
            } catch (SQLException e) {
                throw new Refused(group.statements().getLast(), e);
            }
        }
    }

    private void execute(PlannedStatement planned) throws Refused {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(planned.sql());
        } catch (SQLException e) {
            throw new Refused(planned, e);
        }
    }

    private void look(PlannedStatement planned, boolean transaction) throws SQLException {
        for (String table : watch.rewritten(connection, planned)) {
            add(
                    Violation.Kind.REWRITE_NOT_ANNOUNCED,
                    "table " + table + " was written anew, and no REWRITES_TABLE said so",
                    planned);
        }
        if (transaction) {
            for (String lock : watch.understated(connection, planned)) {
                add(Violation.Kind.LOCK_UNDERSTATED, "the lock is " + lock + ", not " + planned.lock(), planned);
            }
        }
    }

    private void add(Violation.Kind kind, String message, PlannedStatement planned) {
        violations.add(new Violation(stage, kind, message, Optional.of(planned)));
    }
}
