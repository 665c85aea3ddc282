package io.pgorm.migrations.data;

import io.pgorm.database.catalog.Catalog;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.migrations.data.internal.Answers;
import io.pgorm.migrations.data.internal.Question;
import io.pgorm.migrations.data.internal.Questions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Asks the database that a plan is for about its rows: how large the tables are that are read or written as a whole, how
 * many rows a new condition or key would refuse, how many values would be deleted. It only reads, within a time for each
 * question; what takes longer, or cannot be asked, is said and not counted. Stateless.
 */
public final class DataHazards {

    private DataHazards() {}

    /**
     * Asks all that the plan's hazards give reason to ask.
     *
     * @param live in autocommit, which has it back as it was
     * @param from what the database holds
     * @param to what the plan makes of it
     * @param each how long a question may take
     * @return in the order of the plan; nothing twice
     * @throws SQLException where the connection fails
     */
    public static List<DataHazard> measure(Connection live, Catalog from, Catalog to, Plan plan, Duration each)
            throws SQLException {
        Questions questions = new Questions(from.schema(), to.schema());
        List<DataHazard> hazards = new ArrayList<>();
        Set<String> asked = new LinkedHashSet<>();
        try (Answers answers = Answers.begin(live, each)) {
            for (PlannedStatement statement : plan.statements()) {
                for (Question question : questions.of(statement)) {
                    if (asked.add(question.sql() + question.sentence())) {
                        answers.to(question)
                                .ifPresent(answer -> hazards.add(new DataHazard(
                                        statement,
                                        question.hazard(),
                                        answer.number(),
                                        question.harmful() && answer.number().orElse(1) > 0,
                                        answer.sentence())));
                    }
                }
            }
        }
        return List.copyOf(hazards);
    }
}
