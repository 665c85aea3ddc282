package io.pgorm.migrations.random;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The roles that worlds speak of. They belong to the server, not to a database. Stateless. */
final class Roles {

    static final String ONE = "random_one";
    static final String TWO = "\"Random Two\"";

    private Roles() {}

    /** The grantee of a choice. */
    static String grantee(int choice) {
        return switch (choice) {
            case 1 -> ONE;
            case 2 -> TWO;
            default -> "PUBLIC";
        };
    }

    static void create(Connection connection) throws SQLException {
        for (String role : List.of(ONE, TWO)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE ROLE " + role);
                // a materialized view is filled by the rights of the owners of the views below it; where they may not
                // read, no dump of the database can be restored either
                statement.execute("GRANT pg_read_all_data TO " + role);
            } catch (SQLException e) {
                if (!"42710".equals(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }
}
