package io.pgorm.database.catalog;

import io.pgorm.ir.Dependencies;
import io.pgorm.ir.Schema;
import java.util.List;

/**
 * What a database holds.
 *
 * @param schema every object that has a record in the IR, or SQL that makes it again; no models, no spans
 * @param unmodelled what was seen and cannot be said, one readable line for each, sorted
 * @param serverVersion as PostgreSQL counts: 180006 is 18.6
 * @param owner the role that owns whatever has no {@link io.pgorm.ir.Ownership}
 * @param dependencies what the objects need of each other
 */
public record Catalog(
        Schema schema, List<String> unmodelled, int serverVersion, String owner, Dependencies dependencies) {
    public Catalog {
        unmodelled = List.copyOf(unmodelled);
    }

    /** The major version of the server: 18. */
    public int major() {
        return serverVersion / 10_000;
    }

    /** The same, with other objects. */
    public Catalog withSchema(Schema newSchema) {
        return new Catalog(newSchema, unmodelled, serverVersion, owner, dependencies);
    }
}
