package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * What is granted, or with {@code revoke} taken away, on objects that a role will make: ALTER DEFAULT PRIVILEGES.
 *
 * @param creator the role that will make them; the one that runs the DDL where absent
 * @param schema only in this schema; everywhere where absent
 * @param objects {@code TABLES}, {@code SEQUENCES}, {@code FUNCTIONS}, {@code TYPES} or {@code SCHEMAS}
 * @param privileges in upper case, sorted
 * @param grantee a role, or {@link Grant#PUBLIC}
 */
public record DefaultPrivilege(
        Optional<String> creator,
        Optional<String> schema,
        String objects,
        List<String> privileges,
        String grantee,
        boolean grantable,
        boolean revoke,
        SourceSpan span)
        implements SchemaObject {

    public DefaultPrivilege {
        privileges = List.copyOf(privileges);
    }
}
