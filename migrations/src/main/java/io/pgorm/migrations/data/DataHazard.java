package io.pgorm.migrations.data;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.PlannedStatement;
import java.util.OptionalLong;

/**
 * What a hazard means for the rows that are there.
 *
 * @param statement the first statement of the plan that it is about
 * @param number how many rows; absent where the server did not count them, and the sentence says why
 * @param harmful whether the number speaks against running the statement now: rows on which it fails, or that it deletes
 * @param sentence for people, with the number in it
 */
public record DataHazard(
        PlannedStatement statement, Hazard hazard, OptionalLong number, boolean harmful, String sentence) {}
