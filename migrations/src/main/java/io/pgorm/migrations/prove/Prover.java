package io.pgorm.migrations.prove;

import io.pgorm.migrations.prove.internal.Trial;
import java.io.IOException;
import java.sql.SQLException;

/**
 * Tries a plan on a scratch copy of the state that it starts from, with rows in the tables, as it will be applied: group
 * by group. Then the catalog must be the one that was planned for, nothing may be left to plan, rows and values must be
 * there that no hazard gave up, and no table may be written anew that no hazard named. So up, then down, then up again.
 * pg_dump, where it is at hand, looks at the same databases and must find the same. Stateless.
 */
public final class Prover {

    private Prover() {}

    /**
     * Proves or refutes.
     *
     * @throws io.pgorm.database.ScratchUnavailableException where no copy can be made
     * @throws IOException where a copy of a live database cannot be made
     * @throws SQLException where a connection fails; what the server refuses of the plan is no exception but a result
     */
    public static Proof prove(ProofRequest request) throws IOException, SQLException {
        return Trial.run(request);
    }
}
