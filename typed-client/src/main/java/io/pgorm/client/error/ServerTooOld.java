package io.pgorm.client.error;

import java.sql.SQLException;

/** What was asked for is in later versions of PostgreSQL only. */
public final class ServerTooOld extends PgOrmException {

    private static final long serialVersionUID = 1L;

    /**
     * @param what is asked for
     * @param needed the first major version that has it
     * @param version that of the server
     */
    public ServerTooOld(String what, int needed, int version, String sql, SQLException exception) {
        super(
                what + " needs PostgreSQL " + needed + " or later, and the server is version " + version
                        + ": do it by other calls, or update the server",
                new Failure(sql, exception));
    }
}
