package io.pgorm.migrations.source;

import io.pgorm.database.catalog.Catalog;
import io.pgorm.database.catalog.CatalogOptions;
import io.pgorm.database.catalog.CatalogReader;
import io.pgorm.ir.Schema;
import io.pgorm.ir.spi.SchemaExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The catalog reader, and what the extensions of the language know beside it. Stateless. */
public final class ReadCatalog {

    private ReadCatalog() {}

    /**
     * Reads a catalog with what only the extensions know to ask, and without what came to be while the database ran,
     * such as partitions that were made ahead.
     *
     * @throws SQLException where the connection fails, or may not read the catalog
     */
    public static Catalog read(Connection connection, CatalogOptions options, List<SchemaExtension> extensions)
            throws SQLException {
        Catalog catalog = CatalogReader.read(connection, options);
        Schema schema = catalog.schema();
        for (SchemaExtension extension : extensions) {
            schema = schema.plus(extension.read(connection, catalog.schema()));
            schema = extension.forget(schema);
        }
        return catalog.withSchema(schema);
    }

    /** As {@link #read(Connection, CatalogOptions, List)}, over a connection of its own. */
    public static Catalog read(LoadedSource loaded, CatalogOptions options, List<SchemaExtension> extensions)
            throws SQLException {
        try (Connection connection = loaded.connect()) {
            return read(connection, options, extensions);
        }
    }
}
