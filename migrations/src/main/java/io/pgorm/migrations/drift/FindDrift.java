package io.pgorm.migrations.drift;

import io.pgorm.database.catalog.Catalog;
import io.pgorm.migrations.diff.Comparison;
import io.pgorm.migrations.diff.DiffOptions;
import io.pgorm.migrations.diff.Difference;
import io.pgorm.migrations.diff.SchemaPatch;
import io.pgorm.migrations.source.SchemaSource;
import java.io.IOException;
import java.sql.SQLException;

/**
 * Compares a database with what its migrations make on the scratch server. What the database keeps of its migrations,
 * and what comes to be while it runs, such as partitions made ahead, is no drift; neither are roles, which belong to the
 * server. Stateless.
 */
public final class FindDrift {

    private FindDrift() {}

    /**
     * Compares; the database is only read.
     *
     * @param database it, or any other source
     * @param migrations the folder
     * @param historyTable Flyway's table, whose neighbours are our own
     * @throws IOException where a file cannot be read
     * @throws SQLException where a connection fails
     * @see Comparison#of(SchemaSource, SchemaSource, DiffOptions) for what else is thrown
     */
    public static Drift between(
            SchemaSource database, SchemaSource migrations, String historyTable, DiffOptions options)
            throws IOException, SQLException {
        WithoutBookkeeping without = new WithoutBookkeeping(historyTable);
        try (Comparison comparison = Comparison.of(database, migrations, options)) {
            Catalog live = without.bookkeeping(comparison.from().catalog());
            Catalog made = without.bookkeeping(comparison.to().catalog());
            Difference seen = comparison.difference();
            return new Drift(
                    comparison.way(live, made),
                    comparison.way(made, live),
                    SchemaPatch.between(made.schema(), live.schema(), options.extensions()),
                    seen.unmodelled(),
                    seen.notes());
        }
    }
}
