package io.pgorm.database.catalog.internal;

import io.pgorm.ir.Grant;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.SqlObject.Phase;
import io.pgorm.ir.SqlObject.Reference;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.Identifiers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Privileges on what has no record in the IR: they are SQL as that is. Stateless. */
final class PrivilegesOfSql {

    private PrivilegesOfSql() {}

    /**
     * @param id of the SQL that makes the object, {@code "server remote"}
     * @param revoke whether it is the lack of one that the object has by itself
     */
    static SqlObject of(String id, String privilege, String grantee, boolean grantable, boolean revoke) {
        String on = " " + privilege + " ON " + target(id);
        String role = grantee.equals(Grant.PUBLIC) ? "PUBLIC" : Identifiers.quote(grantee);
        String grant = "GRANT" + on + " TO " + role + (grantable && !revoke ? " WITH GRANT OPTION" : "");
        String take = "REVOKE" + on + " FROM " + role;
        String whose = (revoke ? "no " : "") + privilege + (grantable ? " with grant option" : "") + " for " + grantee;
        return new SqlObject(
                "privilege " + whose + " of " + id,
                Phase.SECURITY,
                revoke ? take : grant,
                Optional.of(revoke ? grant : take),
                List.of(new Reference.Block(id)),
                List.of(),
                SourceSpan.NONE);
    }

    /** GRANT has other words for some kinds. */
    private static String target(String id) {
        if (id.startsWith("aggregate ")) {
            return "FUNCTION " + id.substring("aggregate ".length()).replace("(*)", "()");
        }
        for (String kind : List.of("foreign data wrapper ", "language ")) {
            if (id.startsWith(kind)) {
                return kind.toUpperCase(Locale.ROOT) + id.substring(kind.length());
            }
        }
        return id.startsWith("server ") ? "FOREIGN SERVER " + id.substring("server ".length()) : id;
    }
}
