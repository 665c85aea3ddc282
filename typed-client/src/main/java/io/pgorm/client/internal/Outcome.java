package io.pgorm.client.internal;

import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;

/**
 * What one statement gave.
 *
 * @param rows its result set, if it has one
 * @param count how many rows it wrote, where it has none
 */
public record Outcome(@Nullable ResultSet rows, long count) {

    /** The rows of a statement that gives rows. */
    public ResultSet requireRows() {
        if (rows == null) {
            throw new IllegalStateException("the statement gave no rows");
        }
        return rows;
    }
}
