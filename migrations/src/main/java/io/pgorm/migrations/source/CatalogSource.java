package io.pgorm.migrations.source;

import io.pgorm.database.ScratchOptions;
import io.pgorm.ir.Schema;
import java.sql.SQLException;
import java.util.Map;

/**
 * What a catalog held, to be made again on the scratch server: two servers of different major versions print the same
 * expression differently, and only what one and the same server prints can be compared.
 */
public record CatalogSource(Schema schema) implements SchemaSource {

    @Override
    public String describe() {
        return "what was read";
    }

    @Override
    public LoadedSource load(ScratchOptions scratch) throws SQLException {
        return PgormSource.load(this, schema, Map.of(), scratch);
    }
}
