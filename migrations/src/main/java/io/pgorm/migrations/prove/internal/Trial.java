package io.pgorm.migrations.prove.internal;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.catalog.Catalog;
import io.pgorm.database.catalog.CatalogDifference;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.migrations.diff.Comparison;
import io.pgorm.migrations.diff.StateCopy;
import io.pgorm.migrations.diff.Way;
import io.pgorm.migrations.prove.Proof;
import io.pgorm.migrations.prove.ProofRequest;
import io.pgorm.migrations.prove.Violation;
import io.pgorm.migrations.prove.Violation.Kind;
import io.pgorm.migrations.prove.Violation.Stage;
import io.pgorm.migrations.rows.Rows;
import io.pgorm.migrations.rows.SeededRows;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One proof, from the copy to the verdict. Used by one thread. */
public final class Trial {

    private final ProofRequest request;
    private final Comparison comparison;
    private final StateCopy copy;
    private final List<Violation> violations = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Long> emptied = new ArrayList<>();
    private final SeededRows rows;
    private Snapshot start;
    private boolean dumped;

    private Trial(ProofRequest request, StateCopy copy) throws SQLException {
        this.request = request;
        this.comparison = request.comparison();
        this.copy = copy;
        try (Connection connection = copy.connect()) {
            this.rows = Rows.put(connection, request.rows());
            this.start = Snapshot.take(connection);
        }
        notes.addAll(rows.notes());
        rows.tables().stream()
                .filter(table -> table.reason().isPresent())
                .forEach(table -> notes.add("table " + table));
    }

    /** Where rows had to be taken away, it is tried once more with rows that the plan takes. */
    public static Proof run(ProofRequest request) throws IOException, SQLException {
        List<Long> emptied = new ArrayList<>();
        Proof first = run(request, emptied);
        if (emptied.isEmpty() || !(first instanceof Proof.Proven proven)) {
            return first;
        }
        Comparison comparison = request.comparison();
        Proof second = run(
                request.withRows(request.rows()
                        .withConditions(Taken.by(
                                comparison.from().catalog().schema(),
                                comparison.to().catalog().schema()))),
                new ArrayList<>());
        List<String> notes = new ArrayList<>(first.notes());
        second.notes().stream()
                .filter(note -> !notes.contains(note))
                .forEach(note -> notes.add("with rows that the plan takes: " + note));
        return switch (second) {
            case Proof.Proven again ->
                new Proof.Proven(
                        first.rows(),
                        proven.reversible() && again.reversible(),
                        proven.dumped() && again.dumped(),
                        notes);
            case Proof.Failed failed -> new Proof.Failed(failed.rows(), failed.violations(), notes);
        };
    }

    private static Proof run(ProofRequest request, List<Long> emptied) throws IOException, SQLException {
        try (StateCopy copy = StateCopy.of(request.comparison())) {
            Trial trial = new Trial(request, copy);
            boolean reversible = trial.run();
            emptied.addAll(trial.emptied);
            return trial.violations.isEmpty()
                    ? new Proof.Proven(trial.rows, reversible, trial.dumped, trial.notes)
                    : new Proof.Failed(trial.rows, trial.violations, trial.notes);
        }
    }

    /** @return whether it went down too */
    private boolean run() throws SQLException {
        Catalog from = comparison.from().catalog();
        Catalog to = comparison.to().catalog();
        List<String> unlike = differences(from);
        if (!unlike.isEmpty()) {
            add(
                    Stage.START,
                    Kind.COPY_DIFFERS,
                    "the copy is not like what it is a copy of:\n  " + String.join("\n  ", unlike));
            return false;
        }
        Plan up = request.up();
        if (!arrive(Stage.UP, up, to) || !violations.isEmpty()) {
            return false;
        }
        keepsRows(Stage.UP, start, Announced.by(List.of(up)));
        observe(Stage.UP, comparison.to());
        switch (request.down()) {
            case Way.Impossible(String reason) -> {
                notes.add("there is no way back: " + reason);
                return false;
            }
            case Way.Planned(Plan down) -> {
                Snapshot high = snapshot();
                if (!arrive(Stage.DOWN, down, from)) {
                    return false;
                }
                keepsRows(Stage.DOWN, high.without(emptied), Announced.by(List.of(down)));
                keepsRows(Stage.DOWN, start, Announced.by(List.of(up, down)));
                if (dumped) {
                    observe(Stage.DOWN, comparison.from());
                }
                arrive(Stage.UP_AGAIN, up, to);
                return true;
            }
        }
    }

    /** Runs a plan; then the catalog is the one that it is for, and there is nothing left to do. */
    private boolean arrive(Stage stage, Plan plan, Catalog target) throws SQLException {
        boolean arrived;
        try (Connection connection = copy.connect()) {
            PlanRun run = new PlanRun(connection, stage, between -> wayOn(between, target));
            arrived = run.run(plan);
            violations.addAll(run.violations());
            notes.addAll(run.notes());
            emptied.addAll(run.emptied());
            start = start.without(run.emptied());
        }
        if (!arrived) {
            return false;
        }
        List<String> different = differences(target);
        if (!different.isEmpty()) {
            add(
                    stage,
                    Kind.CATALOG_DIFFERS,
                    "the catalog is not the one that was planned for:\n  " + String.join("\n  ", different));
        }
        try (Connection connection = copy.connect()) {
            String left = switch (comparison.way(comparison.read(connection), target)) {
                case Way.Impossible(String reason) -> reason;
                case Way.Planned(Plan rest) ->
                    String.join(
                            "\n  ",
                            rest.statements().stream()
                                    .map(PlannedStatement::sql)
                                    .toList());
            };
            if (!left.isEmpty()) {
                add(stage, Kind.NOT_FINISHED, "there is more to do:\n  " + left);
            }
        }
        return true;
    }

    private Optional<String> wayOn(Connection connection, Catalog target) throws SQLException {
        return comparison.way(comparison.read(connection), target) instanceof Way.Impossible(String reason)
                ? Optional.of(reason)
                : Optional.empty();
    }

    private List<String> differences(Catalog target) throws SQLException {
        try (Connection connection = copy.connect()) {
            return CatalogDifference.attainable(comparison.read(connection), target);
        }
    }

    private Snapshot snapshot() throws SQLException {
        try (Connection connection = copy.connect()) {
            return Snapshot.take(connection);
        }
    }

    private void keepsRows(Stage stage, Snapshot before, Announced announced) throws SQLException {
        try (Connection connection = copy.connect()) {
            for (String change :
                    new RowCheck(connection, before, Snapshot.take(connection), announced, notes).changes()) {
                if (violations.stream().noneMatch(known -> known.message().equals(change))) {
                    add(stage, Kind.ROWS_CHANGED, change);
                }
            }
        }
    }

    /** pg_dump knows nothing of us, so that what we do not see it may. */
    private void observe(Stage stage, Comparison.Side wanted) {
        Optional<ScratchDatabase> made = wanted.loaded().scratchDatabase();
        if (made.isEmpty()) {
            notes.add("not observed by pg_dump after " + stage.words()
                    + ": there is no database of ours to compare with");
            return;
        }
        try {
            Optional<String> theirs = made.get().schemaDump();
            Optional<String> ours = copy.database().schemaDump();
            if (theirs.isEmpty() || ours.isEmpty()) {
                notes.add("not observed by pg_dump: none of the server's version is at hand");
                return;
            }
            List<String> different = Dumps.differences(ours.get(), theirs.get());
            dumped |= stage == Stage.UP;
            if (!different.isEmpty()) {
                add(stage, Kind.DUMP_DIFFERS, "pg_dump sees another database:\n  " + String.join("\n  ", different));
            }
        } catch (IOException e) {
            notes.add("not observed by pg_dump: " + e.getMessage());
        }
    }

    private void add(Stage stage, Kind kind, String message) {
        violations.add(new Violation(stage, kind, message, Optional.empty()));
    }
}
