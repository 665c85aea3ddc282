package io.pgorm.migrations.prove;

import io.pgorm.ddl.plan.Plan;
import io.pgorm.migrations.diff.Comparison;
import io.pgorm.migrations.diff.Way;
import io.pgorm.migrations.rows.RowOptions;

/**
 * What is to be proven.
 *
 * @param comparison both states, in databases that stay open meanwhile and to which nobody is connected
 * @param up from the first state to the second
 * @param down from the second to the first, or why there is no way back
 * @param rows how rows are made up
 */
public record ProofRequest(Comparison comparison, Plan up, Way down, RowOptions rows) {

    /**
     * Proves the plans that the comparison itself makes, with four rows in each table.
     *
     * @throws io.pgorm.ddl.plan.UnsupportedChangeException where there is no way up
     */
    public static ProofRequest of(Comparison comparison) {
        return new ProofRequest(
                comparison,
                comparison
                        .way(comparison.from().catalog(), comparison.to().catalog())
                        .orThrow(),
                comparison.way(comparison.to().catalog(), comparison.from().catalog()),
                RowOptions.seed(1));
    }

    public ProofRequest withUp(Plan newUp) {
        return new ProofRequest(comparison, newUp, down, rows);
    }

    public ProofRequest withDown(Way newDown) {
        return new ProofRequest(comparison, up, newDown, rows);
    }

    public ProofRequest withRows(RowOptions newRows) {
        return new ProofRequest(comparison, up, down, newRows);
    }
}
