package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.ReplicaIdentity;
import io.pgorm.ir.TableStorage;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.resolve.SortAttributes.Sorted;
import io.pgorm.sdl.internal.syntax.Attribute;
import io.pgorm.sdl.internal.syntax.Name;
import io.pgorm.sdl.internal.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a table is stored, replicated, and which tables it inherits from. */
final class ResolveStorage {

    private final Scope scope;

    ResolveStorage(Scope scope) {
        this.scope = scope;
    }

    TableStorage storage(Sorted attributes) {
        attributes.first("unlogged").ifPresent(each -> Arguments.read(each, List.of(), List.of(), scope.report));
        Optional<String> accessMethod = attributes.first("accessMethod").flatMap(this::name);
        Map<String, String> parameters = attributes
                .first("storage")
                .map(attribute -> new ReadTableParameters(scope.report).read(attribute, accessMethod.isEmpty()))
                .orElse(Map.of());
        return new TableStorage(
                attributes.has("unlogged"),
                parameters,
                attributes.first("tablespace").flatMap(this::name),
                accessMethod,
                attributes.first("replicaIdentity").map(this::replicaIdentity).orElse(ReplicaIdentity.DEFAULT));
    }

    private Optional<String> name(Attribute attribute) {
        Arguments arguments = Arguments.read(attribute, List.of("name"), List.of(), scope.report);
        arguments.required("name", attribute.label() + "(name)");
        return arguments.databaseName("name").map(Name::text);
    }

    private ReplicaIdentity replicaIdentity(Attribute attribute) {
        Arguments arguments = Arguments.read(attribute, List.of("kind"), List.of("index"), scope.report);
        if (arguments.has("kind") == arguments.has("index") && arguments.sound()) {
            if (arguments.has("kind")) {
                scope.report.error(
                        Codes.WRONG_ARGUMENT,
                        attribute.span(),
                        "the replica identity is one of the whole row, nothing, or an index",
                        "leave one of the two out");
            } else {
                arguments.missing("kind", "@@replicaIdentity(full)");
            }
            return ReplicaIdentity.DEFAULT;
        }
        Optional<ReplicaIdentity> index =
                arguments.databaseName("index").map(name -> new ReplicaIdentity.ByIndex(name.text()));
        return index.or(() -> arguments
                        .word("kind", List.of("full", "nothing", "default"))
                        .map(word -> switch (word) {
                            case "full" -> new ReplicaIdentity.Full();
                            case "nothing" -> new ReplicaIdentity.Nothing();
                            default -> ReplicaIdentity.DEFAULT;
                        }))
                .orElse(ReplicaIdentity.DEFAULT);
    }

    /** The models of {@code @@inherits([Parent])}, whose columns the model has too. */
    List<ModelScope> parents(ModelScope model, Sorted attributes) {
        Optional<Attribute> attribute = attributes.first("inherits");
        if (attribute.isEmpty()) {
            return List.of();
        }
        Arguments arguments = Arguments.read(attribute.get(), List.of("models"), List.of(), scope.report);
        ReadNamed named = new ReadNamed(scope);
        List<ModelScope> parents = new ArrayList<>();
        Optional<Value> given = arguments.required("models", "@@inherits([Parent])");
        for (Value item : given.map(Arguments::items).orElse(List.of())) {
            Optional<ModelScope> parent = named.modelScope(arguments, "models", item);
            if (parent.isPresent() && (parent.get() == model || parents.contains(parent.get()))) {
                scope.report.error(
                        Codes.BAD_INHERITANCE,
                        item.span(),
                        parent.get() == model
                                ? model.name() + " cannot inherit from itself"
                                : parent.get().name() + " stands here twice",
                        "leave it out");
            } else {
                parent.ifPresent(parents::add);
            }
        }
        return parents;
    }

    static List<QualifiedName> tables(List<ModelScope> models) {
        return models.stream().map(ModelScope::table).toList();
    }
}
