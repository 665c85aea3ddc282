package io.pgorm.migrations.rows;

import io.pgorm.migrations.rows.internal.Filling;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Makes up rows that satisfy the constraints of the tables that are there, and puts them in. Only a scratch database is
 * the place for that.
 *
 * <p>What is known of the tables comes from the server, and so does the verdict: values are made up by type and by what
 * stands in the conditions, the server says which of them satisfy the conditions, and a row that it refuses is tried
 * again with others. Triggers do not fire where the role may switch them off. Foreign keys hold, though the server does
 * not look at them meanwhile: rows take their values from the rows that they point to, and what points nowhere in the end
 * is taken out again. Rows of partitions go into each partition. Stateless.
 */
public final class Rows {

    private Rows() {}

    /**
     * Fills all tables but those of extensions, and commits.
     *
     * @param connection to a scratch database, in autocommit, which has it back as it was
     * @return what became of each table; a table without rows has a reason
     * @throws SQLException where the connection fails
     */
    public static SeededRows put(Connection connection, RowOptions options) throws SQLException {
        return Filling.fill(connection, options);
    }
}
