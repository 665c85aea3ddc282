package io.pgorm.features.rls.kit;

import io.pgorm.client.AbstractDb;
import io.pgorm.features.rls.kit.internal.Attempts;
import io.pgorm.features.rls.kit.internal.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Tries what policies let through, on a database for tests. Immutable.
 *
 * @param <D> the generated client
 */
public final class PolicyKit<D extends AbstractDb<D>> {

    private final DataSource superusers;
    private final D db;
    private final String login;

    private PolicyKit(DataSource superusers, D db, String login) {
        this.superusers = superusers;
        this.db = db;
        this.login = login;
    }

    /**
     * @param superusers gives connections of a superuser to the database; they are closed again
     * @param db the client of the application; attempts are made by it, over a connection of the superuser that acts as the
     *     login role
     * @param login the role that the application logs in as
     */
    public static <D extends AbstractDb<D>> PolicyKit<D> of(DataSource superusers, D db, String login) {
        return new PolicyKit<>(superusers, db, login);
    }

    /** These sentences, to be tried. */
    @SafeVarargs
    public final PolicyTests<D> tests(PolicyTest<D>... tests) {
        return new PolicyTests<>(this, List.of(tests), Map.of());
    }

    /**
     * What each caller can do to each row, in every way that policies tell apart.
     *
     * @throws IllegalStateException if a row is not there
     */
    public PolicyMatrix matrix(List<Caller<D>> callers, List<Row> rows) {
        try (Stage<D> stage = stage()) {
            List<PolicyMatrix.Line> lines = new ArrayList<>();
            for (Caller<D> caller : callers) {
                for (Row row : rows) {
                    lines.add(line(stage, caller, row));
                }
            }
            return new PolicyMatrix(lines);
        }
    }

    private PolicyMatrix.Line line(Stage<D> stage, Caller<D> caller, Row row) {
        List<Outcome> outcomes = new ArrayList<>();
        for (PolicyOperation operation : PolicyOperation.values()) {
            outcomes.add(stage.attempt(caller, Attempts.of(operation, row)));
        }
        return new PolicyMatrix.Line(caller.name(), row.name(), outcomes);
    }

    Stage<D> stage() {
        return new Stage<>(superusers, db, login);
    }
}
