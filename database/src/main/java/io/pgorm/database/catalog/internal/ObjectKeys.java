package io.pgorm.database.catalog.internal;

import io.pgorm.ir.Comment;
import io.pgorm.ir.CompositeType;
import io.pgorm.ir.DefaultPrivilege;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.Extension;
import io.pgorm.ir.Grant;
import io.pgorm.ir.Namespace;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.Ownership;
import io.pgorm.ir.RangeType;
import io.pgorm.ir.Rename;
import io.pgorm.ir.Role;
import io.pgorm.ir.Routine;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.Sequence;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.Table;
import io.pgorm.ir.View;
import java.util.List;
import java.util.Locale;

/** What tells an object from all others of its schema, in words. Stateless. */
public final class ObjectKeys {

    private ObjectKeys() {}

    /** {@code table users}, {@code function add(integer, integer)}. */
    public static String of(SchemaObject object) {
        return switch (object) {
            case Extension extension -> "extension " + extension.name();
            case Namespace namespace -> "schema " + namespace.name();
            case Role role -> "role " + role.name();
            case EnumType type -> "enum " + type.name();
            case CompositeType type -> "type " + type.name();
            case RangeType type -> "range " + type.name();
            case DomainType type -> "domain " + type.name();
            case Sequence sequence -> "sequence " + sequence.name();
            case Table table -> "table " + table.name();
            case View view -> (view.materialized() ? "materialized view " : "view ") + view.name();
            case Routine routine -> of(ObjectName.routine(routine));
            case Grant grant ->
                (grant.revoke() ? "revoke" : "grant") + columns(grant.columns()) + " on " + of(grant.on())
                        + (grant.revoke() ? " from " : " to ") + grant.grantee()
                        + (grant.grantable() ? " with grant option" : "");
            case DefaultPrivilege privilege ->
                "default privileges"
                        + privilege.creator().map(role -> " for " + role).orElse("")
                        + privilege.schema().map(schema -> " in " + schema).orElse("")
                        + (privilege.revoke() ? " revoke" : " grant") + " on " + privilege.objects() + " "
                        + privilege.grantee()
                        + (privilege.grantable() ? " with grant option" : "");
            case Ownership ownership -> "owner of " + of(ownership.of());
            case Comment comment -> "comment on " + of(comment.on());
            case Rename rename -> "rename to " + of(rename.to());
            case SqlObject sql -> "sql " + sql.id();
        };
    }

    static String of(ObjectName name) {
        String whole = name.name().schema().isEmpty()
                ? name.name().name()
                : name.name().toString();
        return name.kind().sql().toLowerCase(Locale.ROOT)
                + " "
                + whole
                + name.part().map(part -> "." + part).orElse("")
                + switch (name.kind()) {
                    case FUNCTION, PROCEDURE, AGGREGATE -> "(" + String.join(", ", name.argumentTypes()) + ")";
                    default -> "";
                };
    }

    private static String columns(List<String> columns) {
        return columns.isEmpty() ? "" : " (" + String.join(", ", columns) + ")";
    }
}
