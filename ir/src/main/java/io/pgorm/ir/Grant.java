package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;

/**
 * Privileges of one role on one object, or with {@code revoke} the lack of some that PostgreSQL gives by itself, as
 * EXECUTE on a function to everybody.
 *
 * @param privileges in upper case, sorted
 * @param columns where it is for columns alone
 * @param grantee a role, or {@link #PUBLIC}
 * @param grantable WITH GRANT OPTION
 */
public record Grant(
        ObjectName on,
        List<String> privileges,
        List<String> columns,
        String grantee,
        boolean grantable,
        boolean revoke,
        SourceSpan span)
        implements SchemaObject {

    /** Every role. */
    public static final String PUBLIC = "public";

    public Grant {
        privileges = List.copyOf(privileges);
        columns = List.copyOf(columns);
    }
}
