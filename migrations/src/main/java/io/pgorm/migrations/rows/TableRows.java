package io.pgorm.migrations.rows;

import io.pgorm.ir.QualifiedName;
import java.util.Optional;

/**
 * The rows that a table got.
 *
 * @param rows how many there are now
 * @param reason why there are none, or fewer than were asked for
 */
public record TableRows(QualifiedName table, int rows, Optional<String> reason) {

    @Override
    public String toString() {
        return table + ": " + rows + (rows == 1 ? " row" : " rows")
                + reason.map(text -> " (" + text + ")").orElse("");
    }
}
