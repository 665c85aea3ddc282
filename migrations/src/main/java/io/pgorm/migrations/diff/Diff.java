package io.pgorm.migrations.diff;

import io.pgorm.migrations.source.SchemaSource;
import java.io.IOException;
import java.sql.SQLException;

/** The engine with nothing around it: two sources in, two plans out. Stateless. */
public final class Diff {

    private Diff() {}

    /**
     * Loads both sources, compares them, and lets go of them.
     *
     * @throws IOException where a file cannot be read
     * @throws SQLException where a connection fails
     * @see Comparison#of(SchemaSource, SchemaSource, DiffOptions) for what else is thrown
     */
    public static Difference between(SchemaSource from, SchemaSource to, DiffOptions options)
            throws IOException, SQLException {
        try (Comparison comparison = Comparison.of(from, to, options)) {
            return comparison.difference();
        }
    }
}
