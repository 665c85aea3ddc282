package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.Comment;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.Ownership;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Rename;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.Identifiers;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Suggest;
import io.pgorm.sdl.internal.resolve.SortAttributes.Sorted;
import io.pgorm.sdl.internal.syntax.Attribute;
import io.pgorm.sdl.internal.syntax.Name;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What attributes say of an object from outside, whatever it is: its name and schema, its owner, who may do what with
 * it, what it was called before. They are the same on a block ({@code @@owner}) and on one line ({@code @owner}).
 */
final class Satellites {

    /** Made with the session, or there by itself where the session is external. */
    private static final String SESSION_SCHEMA = "auth";

    private final Scope scope;

    Satellites(Scope scope) {
        this.scope = scope;
    }

    /** The names of the attributes that are read here, for a declaration of the kind. */
    static Set<String> names(ObjectName.Kind kind) {
        return new LinkedHashSet<>(
                switch (kind) {
                    case SCHEMA ->
                        List.of("map", "owner", "grant", "revoke", "defaultGrant", "defaultRevoke", "renamedFrom");
                    case ROLE -> List.of("map", "defaultGrant", "defaultRevoke", "renamedFrom");
                    case EXTENSION -> List.of("schema");
                    default -> List.of("map", "schema", "owner", "grant", "revoke", "renamedFrom");
                });
    }

    /**
     * The name of the object in the database: what {@code map} and {@code schema} say, or the one that follows from the
     * author's. Roles and schemas have to be declared before.
     */
    QualifiedName name(List<Attribute> attributes, String derived) {
        String schema = find(attributes, "schema").flatMap(this::schema).orElse(QualifiedName.DEFAULT_SCHEMA);
        return new QualifiedName(schema, ownName(attributes, derived));
    }

    /** The same for an object that is in no schema, and for a part of another. */
    String ownName(List<Attribute> attributes, String derived) {
        return find(attributes, "map")
                .flatMap(attribute -> givenName(attribute))
                .map(Name::text)
                .orElseGet(() -> Identifiers.shorten(derived, ""));
    }

    /** The schema that an attribute {@code schema(x)} names. */
    Optional<String> schema(Attribute attribute) {
        Arguments arguments = Arguments.read(attribute, List.of("name"), List.of(), scope.report);
        arguments.required("name", attribute.label() + "(name)");
        return arguments.databaseName("name").map(word -> {
            String name = scope.schemas.getOrDefault(word.text(), word.text());
            checkDeclared(word, name);
            return name;
        });
    }

    /** A schema that nothing makes would only be missed by the server. */
    private void checkDeclared(Name word, String name) {
        boolean there = scope.schemas.containsValue(name)
                || name.equals(QualifiedName.DEFAULT_SCHEMA)
                || name.equals(SESSION_SCHEMA)
                || name.startsWith("pg_");
        if (!there) {
            scope.report.error(
                    Codes.UNKNOWN_SCHEMA,
                    word.span(),
                    "the schema " + word + " is not declared",
                    Suggest.didYouMean(
                            word.text(),
                            scope.schemas.keySet(),
                            Optional.of("declare it on a line of its own: `schema " + word + "`")));
        }
    }

    private Optional<Name> givenName(Attribute attribute) {
        return DeclareNames.givenName(scope, attribute);
    }

    private static Optional<Attribute> find(List<Attribute> attributes, String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().text().equals(name))
                .findFirst();
    }

    /** Everything that the attributes say of an object without columns. */
    List<SchemaObject> read(Sorted attributes, ObjectName on) {
        return read(attributes, on, Optional.empty());
    }

    /** Everything that the attributes say of a table or view, whose fields a grant may name. */
    List<SchemaObject> read(Sorted attributes, ObjectName on, ModelScope model) {
        return read(attributes, on, Optional.of(model));
    }

    private List<SchemaObject> read(Sorted attributes, ObjectName on, Optional<ModelScope> model) {
        List<SchemaObject> said = new ArrayList<>();
        attributes.first("owner").flatMap(owner -> owner(owner, on)).ifPresent(said::add);
        ReadGrants grants = new ReadGrants(scope);
        attributes.all("grant").forEach(grant -> said.addAll(grants.read(grant, false, on, model)));
        attributes.all("revoke").forEach(revoke -> said.addAll(grants.read(revoke, true, on, model)));
        attributes.all("defaultGrant").forEach(grant -> said.addAll(grants.defaults(grant, false, on)));
        attributes.all("defaultRevoke").forEach(revoke -> said.addAll(grants.defaults(revoke, true, on)));
        attributes.first("renamedFrom").flatMap(from -> renamed(from, on)).ifPresent(said::add);
        return said;
    }

    private Optional<Ownership> owner(Attribute attribute, ObjectName of) {
        Arguments arguments = Arguments.read(attribute, List.of("role"), List.of(), scope.report);
        arguments.required("role", attribute.label() + "(role)");
        return arguments
                .databaseName("role")
                .filter(role -> arguments.sound())
                .map(role -> new Ownership(of, scope.role(role), attribute.span()));
    }

    /** What {@code renamedFrom} says of the object, or of a part of one. */
    Optional<Rename> renamed(Attribute attribute, ObjectName to) {
        Arguments arguments = Arguments.read(attribute, List.of("name"), List.of(), scope.report);
        arguments.required("name", attribute.label() + "(\"old_name\")");
        Optional<Name> from = arguments.databaseName("name");
        String now = to.part().orElse(to.name().name());
        if (from.isPresent() && from.get().text().equals(now)) {
            scope.report.error(
                    Codes.WRONG_ARGUMENT,
                    from.get().span(),
                    "\"" + now + "\" is the name it has now",
                    "write the name that it had in the database before");
            return Optional.empty();
        }
        return from.filter(name -> arguments.sound()).map(name -> new Rename(to, name.text(), attribute.span()));
    }

    /** The documentation of something that has no place of its own for it. */
    static Optional<Comment> comment(Optional<String> documentation, ObjectName on, SourceSpan span) {
        return documentation.map(text -> new Comment(on, text, span));
    }
}
