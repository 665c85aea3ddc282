package io.pgorm.database.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What is read of a database.
 *
 * @param schemas the schemas to read; empty for all but PostgreSQL's own and those that belong to an extension. With
 *     schemas named, nothing that stands outside of schemas is read, but for extensions and roles.
 * @param roles whether roles are read that the database speaks of: in grants, as owners, in policies
 * @param owner the role whose objects have no {@link io.pgorm.ir.Ownership}; where absent, the database's owner, or if
 *     that owns nothing here the role that owns most
 */
public record CatalogOptions(List<String> schemas, boolean roles, Optional<String> owner) {
    public CatalogOptions {
        schemas = List.copyOf(schemas);
    }

    /** All schemas, and no roles: those belong to the server. */
    public static CatalogOptions standard() {
        return new CatalogOptions(List.of(), false, Optional.empty());
    }

    public CatalogOptions withSchemas(List<String> newSchemas) {
        return new CatalogOptions(newSchemas, roles, owner);
    }

    public CatalogOptions withRoles(boolean newRoles) {
        return new CatalogOptions(schemas, newRoles, owner);
    }

    public CatalogOptions withOwner(String newOwner) {
        return new CatalogOptions(schemas, roles, Optional.of(newOwner));
    }
}
