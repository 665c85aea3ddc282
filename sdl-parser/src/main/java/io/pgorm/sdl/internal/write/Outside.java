package io.pgorm.sdl.internal.write;

import io.pgorm.ir.Comment;
import io.pgorm.ir.DefaultPrivilege;
import io.pgorm.ir.Grant;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.Ownership;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Rename;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.sdl.internal.resolve.Privileges;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is said of objects from outside: grants, owners, former names, comments. Whoever writes an object takes what
 * there is for it; what nobody took is left. For one thread.
 */
final class Outside {

    private final Naming naming;
    private final List<SchemaObject> objects;
    private final Set<SchemaObject> said = Collections.newSetFromMap(new IdentityHashMap<>());

    Outside(Schema schema, Naming naming) {
        this.naming = naming;
        this.objects = schema.objects().stream()
                .filter(object -> object instanceof Grant
                        || object instanceof DefaultPrivilege
                        || object instanceof Ownership
                        || object instanceof Comment
                        || object instanceof Rename)
                .toList();
    }

    /** What nobody has said yet. */
    List<SchemaObject> left() {
        return objects.stream().filter(object -> !said.contains(object)).toList();
    }

    /** The comment on a part that has no place for one in its record. */
    Optional<String> comment(ObjectName on) {
        return objects.stream()
                .filter(object -> object instanceof Comment comment
                        && comment.on().equals(on)
                        && Strings.fitsDocumentation(comment.text()))
                .map(Comment.class::cast)
                .findFirst()
                .map(comment -> {
                    said.add(comment);
                    return comment.text();
                });
    }

    /** Whether anything is said of it. */
    boolean has(ObjectName object) {
        return objects.stream().anyMatch(each -> switch (each) {
            case Grant grant -> grant.on().equals(object);
            case Ownership ownership -> ownership.of().equals(object);
            case Comment comment -> comment.on().equals(object);
            default -> false;
        });
    }

    /** The attributes that say it, each with {@code at} before it. */
    List<String> attributes(ObjectName object, String at) {
        List<String> attributes = new ArrayList<>();
        for (SchemaObject each : objects) {
            if (each instanceof Ownership ownership && ownership.of().equals(object)) {
                attributes.add(at + "owner(" + Strings.name(ownership.owner()) + ")");
                said.add(each);
            } else if (each instanceof Rename rename && rename.to().equals(object)) {
                attributes.add(at + "renamedFrom(" + Strings.line(rename.from()) + ")");
                said.add(each);
            }
        }
        attributes.addAll(
                grants(object, at, grant -> !grant.revoke() && grant.columns().isEmpty()));
        attributes.addAll(
                grants(object, at, grant -> !grant.revoke() && !grant.columns().isEmpty()));
        attributes.addAll(grants(object, at, Grant::revoke));
        return attributes;
    }

    /** Those of one kind, with all the roles that get the same. */
    private List<String> grants(ObjectName object, String at, Predicate<Grant> kind) {
        Map<String, Set<String>> grants = new LinkedHashMap<>();
        for (SchemaObject each : objects) {
            if (each instanceof Grant grant && grant.on().equals(object) && kind.test(grant)) {
                grants.computeIfAbsent(grant(grant, at), key -> new LinkedHashSet<>())
                        .add(Strings.name(grant.grantee()));
                said.add(each);
            }
        }
        return grants.entrySet().stream()
                .map(entry -> entry.getKey().replace("\0", Strings.oneOrList(List.copyOf(entry.getValue()))))
                .toList();
    }

    private String grant(Grant grant, String at) {
        List<String> all = Privileges.of(grant.on().kind(), !grant.columns().isEmpty());
        String columns = grant.columns().isEmpty()
                ? ""
                : ", on: " + naming.fields(grant.on().name(), grant.columns());
        return at + (grant.revoke() ? "revoke(" : "grant(") + privileges(grant.privileges(), all) + columns + ", to: \0"
                + (grant.grantable() ? ", grantable: true" : "") + ")";
    }

    private static String privileges(List<String> privileges, List<String> all) {
        boolean every = all.size() > 1 && privileges.equals(all);
        return every ? "ALL" : Strings.oneOrList(privileges);
    }

    /** Default privileges that a role's or a schema's own declaration says. */
    List<String> defaults(Optional<String> role, Optional<String> schema, String at) {
        List<String> attributes = new ArrayList<>();
        for (SchemaObject each : objects) {
            if (!(each instanceof DefaultPrivilege privilege) || said.contains(each)) {
                continue;
            }
            boolean ofRole = role.isPresent() && privilege.creator().equals(role);
            boolean ofSchema = schema.isPresent() && privilege.schema().equals(schema);
            if (!ofRole && !ofSchema) {
                continue;
            }
            List<String> all = Privileges.OF_DEFAULTS.getOrDefault(privilege.objects(), List.of());
            StringBuilder text = new StringBuilder(at)
                    .append(privilege.revoke() ? "defaultRevoke(" : "defaultGrant(")
                    .append(privileges(privilege.privileges(), all))
                    .append(", on: ")
                    .append(privilege.objects())
                    .append(", to: ")
                    .append(Strings.name(privilege.grantee()));
            if (ofRole) {
                privilege.schema().ifPresent(name -> text.append(", in: ").append(Strings.name(name)));
            } else {
                privilege.creator().ifPresent(name -> text.append(", for: ").append(Strings.name(name)));
            }
            attributes.add(text.append(privilege.grantable() ? ", grantable: true)" : ")")
                    .toString());
            said.add(each);
        }
        return attributes;
    }

    /** Whether an object outside of the schemas that have declarations is spoken of. */
    boolean speaksOfSchema(String name) {
        return has(new ObjectName(ObjectName.Kind.SCHEMA, new QualifiedName("", name), Optional.empty(), List.of()))
                || objects.stream()
                        .anyMatch(each -> each instanceof DefaultPrivilege privilege
                                && privilege.schema().equals(Optional.of(name)));
    }

    void markSaid(SchemaObject object) {
        said.add(object);
    }
}
