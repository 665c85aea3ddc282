package io.pgorm.database.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Runs pg_dump where there is one. */
interface SchemaDumper {

    /**
     * @param address of the server
     * @param major its version
     * @return empty where there is no pg_dump for it
     * @throws IOException where there is one and it fails
     */
    Optional<String> dump(JdbcAddress address, String database, int major) throws IOException;

    /** What to run for the dump of a database, on a host as the one who runs it sees it. */
    static List<String> command(String host, int port, String user, String database) {
        return List.of(
                "pg_dump",
                "--schema-only",
                "--no-password",
                "--host=" + host,
                "--port=" + port,
                "--username=" + user,
                database);
    }
}
