package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;

/**
 * A role that the schema names. Roles belong to the server, not to one database: one that is there already is left as
 * it is. Passwords are no part of a schema.
 *
 * @param memberOf roles whose member it is, sorted
 */
public record Role(
        String name,
        boolean login,
        boolean superuser,
        boolean createRole,
        boolean createDatabase,
        boolean inherit,
        boolean replication,
        boolean bypassRowSecurity,
        List<String> memberOf,
        SourceSpan span)
        implements SchemaObject {

    public Role {
        memberOf = List.copyOf(memberOf);
    }
}
