package io.pgorm.features.rls.advisor;

import io.pgorm.ir.spi.Advisor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks at tables with row security as a role of the application does: which index a filter lost because its operator is not
 * leakproof, which column of a policy has no index, where the identity is evaluated for each row, and how the role gets round
 * the policies. Stateless.
 */
public final class PolicyAdvisor implements Advisor {

    @Override
    public String name() {
        return "rls";
    }

    @Override
    public List<Advice> advise(Connection connection, Question question) throws SQLException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            Asking asking = new Asking(connection, question);
            asking.requireRole();
            List<Advice> advice = new ArrayList<>();
            advice.addAll(WaysRound.of(asking));
            advice.addAll(IdentityForEachRow.of(asking));
            advice.addAll(PolicyColumns.of(asking));
            advice.addAll(LostIndexes.of(asking));
            advice.addAll(ExplainedQueries.of(asking));
            advice.sort(Comparator.comparing(Advice::weight));
            return advice;
        } finally {
            connection.rollback();
            connection.setAutoCommit(before);
        }
    }
}
