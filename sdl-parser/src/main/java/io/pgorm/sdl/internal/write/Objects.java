package io.pgorm.sdl.internal.write;

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
import java.util.Locale;
import java.util.Optional;

/** What is to be known of objects of any kind for them to become SQL. Stateless. */
final class Objects {

    private Objects() {}

    /** A readable id. */
    static String id(SchemaObject object) {
        return switch (object) {
            case Extension extension -> "extension " + extension.name();
            case Namespace namespace -> "schema " + namespace.name();
            case Role role -> "role " + role.name();
            case EnumType type -> "type " + Naming.qualified(type.name());
            case CompositeType type -> "type " + Naming.qualified(type.name());
            case RangeType type -> "type " + Naming.qualified(type.name());
            case DomainType type -> "domain " + Naming.qualified(type.name());
            case Sequence sequence -> "sequence " + Naming.qualified(sequence.name());
            case Table table -> "table " + Naming.qualified(table.name());
            case View view -> "view " + Naming.qualified(view.name());
            case Routine routine -> Ids.of(ObjectName.routine(routine));
            case Grant grant ->
                (grant.revoke() ? "revoke on " : "grant on ") + Ids.of(grant.on()) + " to " + grant.grantee();
            case DefaultPrivilege privilege ->
                "default privileges on " + privilege.objects().toLowerCase(Locale.ROOT) + " to " + privilege.grantee();
            case Ownership ownership -> "owner of " + Ids.of(ownership.of());
            case Comment comment -> "comment on " + Ids.of(comment.on());
            case Rename rename -> "rename of " + Ids.of(rename.to());
            case SqlObject sql -> sql.id();
        };
    }

    static SqlObject.Phase phase(SchemaObject object) {
        return switch (object) {
            case Extension extension -> SqlObject.Phase.EXTENSIONS;
            case Namespace namespace -> SqlObject.Phase.EXTENSIONS;
            case Role role -> SqlObject.Phase.EXTENSIONS;
            case EnumType type -> SqlObject.Phase.TYPES;
            case CompositeType type -> SqlObject.Phase.TYPES;
            case RangeType type -> SqlObject.Phase.TYPES;
            case DomainType type -> SqlObject.Phase.TYPES;
            case Sequence sequence -> SqlObject.Phase.TYPES;
            case Table table -> SqlObject.Phase.TABLES;
            case View view -> SqlObject.Phase.INDEXES;
            case Routine routine -> SqlObject.Phase.FUNCTIONS;
            case Grant grant -> SqlObject.Phase.SECURITY;
            case DefaultPrivilege privilege -> SqlObject.Phase.SECURITY;
            case Ownership ownership -> SqlObject.Phase.SECURITY;
            case Comment comment -> SqlObject.Phase.COMMENTS;
            case Rename rename -> SqlObject.Phase.COMMENTS;
            case SqlObject sql -> sql.phase();
        };
    }

    /** What is said of another object, that object. */
    static Optional<ObjectName> about(SchemaObject object) {
        return switch (object) {
            case Grant grant -> Optional.of(grant.on());
            case Ownership ownership -> Optional.of(ownership.of());
            case Comment comment -> Optional.of(comment.on());
            case Rename rename -> Optional.of(rename.to());
            default -> Optional.empty();
        };
    }
}
