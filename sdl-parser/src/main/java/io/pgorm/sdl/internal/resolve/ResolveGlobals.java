package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.Extension;
import io.pgorm.ir.Namespace;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Role;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.resolve.SortAttributes.Sorted;
import io.pgorm.sdl.internal.syntax.Attribute;
import io.pgorm.sdl.internal.syntax.Declaration;
import io.pgorm.sdl.internal.syntax.Name;
import io.pgorm.sdl.internal.syntax.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is in no schema: roles, schemas themselves, extensions. */
final class ResolveGlobals {

    private static final List<String> ROLE_FLAGS = List.of(
            "login", "superuser", "createRole", "createDatabase", "noInherit", "replication", "bypassRowSecurity");

    private final Scope scope;
    private final SortAttributes sort;
    private final Satellites satellites;

    ResolveGlobals(Scope scope) {
        this.scope = scope;
        this.sort = new SortAttributes(scope);
        this.satellites = new Satellites(scope);
    }

    Optional<Extension> extension(Declaration.Extension node) {
        Name name = node.name();
        Sorted attributes = sort.of(node.attributes(), Satellites.names(ObjectName.Kind.EXTENSION), "an extension");
        Optional<String> schema = attributes.first("schema").flatMap(satellites::schema);
        if (!CheckName.database(name.text(), name.span(), scope.report)) {
            return Optional.empty();
        }
        ObjectName on = ObjectName.global(ObjectName.Kind.EXTENSION, name.text());
        Satellites.comment(node.documentation(), on, name.span()).ifPresent(scope.said::add);
        return Optional.of(new Extension(name.text(), schema, name.span()));
    }

    /** The schema; {@code public} is there by itself, and only what is said of it counts. */
    Optional<Namespace> namespace(Declaration.Namespace node) {
        for (Declaration.Field field : node.fields()) {
            scope.report.error(
                    Codes.UNEXPECTED,
                    field.name().span(),
                    "a schema of the database holds no fields here",
                    "say of each model where it is: `@@schema(" + node.name() + ")`");
        }
        Set<String> own = new LinkedHashSet<>(Satellites.names(ObjectName.Kind.SCHEMA));
        Sorted attributes = sort.of(node.attributes(), own, "a schema");
        String name = scope.schemas.getOrDefault(node.name().text(), node.name().text());
        ObjectName on = ObjectName.global(ObjectName.Kind.SCHEMA, name);
        scope.said.addAll(satellites.read(attributes, on));
        if (isReserved(name)) {
            refuseReserved(node.name(), "schema", name);
            return Optional.empty();
        }
        if (name.equals(QualifiedName.DEFAULT_SCHEMA)) {
            Satellites.comment(node.documentation(), on, node.span()).ifPresent(scope.said::add);
            return Optional.empty();
        }
        return Optional.of(new Namespace(name, node.documentation(), node.span()));
    }

    private static boolean isReserved(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("pg_");
    }

    private void refuseReserved(Name node, String what, String name) {
        scope.report.error(
                Codes.BAD_DATABASE_NAME,
                node.span(),
                "PostgreSQL keeps names that begin with pg_ for itself, so no " + what + " can be called \"" + name
                        + "\"",
                "choose another name");
    }

    Optional<Role> role(Declaration.Role node) {
        Set<String> own = new LinkedHashSet<>(ROLE_FLAGS);
        own.add("memberOf");
        own.addAll(Satellites.names(ObjectName.Kind.ROLE));
        Sorted attributes = sort.of(node.attributes(), own, "a role");
        for (String flag : ROLE_FLAGS) {
            attributes.first(flag).ifPresent(each -> Arguments.read(each, List.of(), List.of(), scope.report));
        }
        String name = scope.roles.getOrDefault(node.name().text(), node.name().text());
        ObjectName on = ObjectName.global(ObjectName.Kind.ROLE, name);
        scope.said.addAll(satellites.read(attributes, on));
        Satellites.comment(node.documentation(), on, node.span()).ifPresent(scope.said::add);
        List<String> memberOf = attributes.first("memberOf").map(this::memberOf).orElse(List.of());
        String lower = name.toLowerCase(Locale.ROOT);
        if (isReserved(name)) {
            refuseReserved(node.name(), "role", name);
            return Optional.empty();
        }
        if (Set.of("public", "none", "current_user", "session_user", "current_role")
                .contains(lower)) {
            scope.report.error(
                    Codes.BAD_DATABASE_NAME,
                    node.span(),
                    "\"" + name + "\" means something else where PostgreSQL takes a role",
                    "choose another name");
            return Optional.empty();
        }
        return Optional.of(new Role(
                name,
                attributes.has("login"),
                attributes.has("superuser"),
                attributes.has("createRole"),
                attributes.has("createDatabase"),
                !attributes.has("noInherit"),
                attributes.has("replication"),
                attributes.has("bypassRowSecurity"),
                memberOf,
                node.span()));
    }

    private List<String> memberOf(Attribute attribute) {
        Arguments arguments = Arguments.read(attribute, List.of("roles"), List.of(), scope.report);
        Optional<Value> roles = arguments.required("roles", "@memberOf([role])");
        TreeSet<String> names = new TreeSet<>();
        roles.map(Arguments::items)
                .orElse(List.of())
                .forEach(item ->
                        arguments.databaseName(item, "roles").map(scope::role).ifPresent(names::add));
        return List.copyOf(names);
    }

    /** Refuses roles that are members of themselves, by whatever way. */
    void checkMembership(List<Role> roles) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        roles.forEach(role -> groups.putIfAbsent(role.name(), role.memberOf()));
        for (List<String> cycle : FindCycles.find(groups)) {
            roles.stream()
                    .filter(role -> role.name().equals(cycle.getFirst()))
                    .findFirst()
                    .ifPresent(role -> scope.report.error(
                            Codes.WAITS_FOR_ITSELF,
                            role.span(),
                            "the role " + role.name() + " would be a member of itself: " + String.join(", ", cycle),
                            "leave out one @memberOf"));
        }
    }
}
