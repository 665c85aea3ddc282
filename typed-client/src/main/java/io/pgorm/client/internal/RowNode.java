package io.pgorm.client.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Makes a value of the current row of a result set. */
@FunctionalInterface
interface RowNode {

    RowNode NONE = (row, related) -> null;

    /** @param related the rows of the result sets behind this one, already read */
    @Nullable
    Object read(ResultSet row, RelatedRows related) throws SQLException;
}
