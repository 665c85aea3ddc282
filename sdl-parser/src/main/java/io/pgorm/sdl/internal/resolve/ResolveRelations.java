package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.Model;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.resolve.ModelScope.RelationScope;
import io.pgorm.sdl.internal.resolve.ResolveKeys.Key;
import io.pgorm.sdl.internal.resolve.SortAttributes.Sorted;
import io.pgorm.sdl.internal.syntax.Attribute;
import io.pgorm.sdl.internal.syntax.Name;
import io.pgorm.sdl.internal.syntax.StringValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The relations of all models: their foreign keys, their join tables, and how each field is followed. */
final class ResolveRelations {

    private static final List<String> OPTIONS =
            List.of("fields", "references", "onDelete", "onUpdate", "deferrable", "match", "notValid", "map");

    private final Scope scope;
    private final Map<ModelScope, TableDraft> tables;
    private final Map<ModelScope, List<Key>> keys;
    private final List<TableDraft> joinTables = new ArrayList<>();
    private final Map<RelationScope, Model.RelationField> resolved = new HashMap<>();

    ResolveRelations(Scope scope, Map<ModelScope, TableDraft> tables, Map<ModelScope, List<Key>> keys) {
        this.scope = scope;
        this.tables = tables;
        this.keys = keys;
    }

    void resolve(Map<ModelScope, Map<String, Sorted>> attributes) {
        List<RelationEnd> ends = new ArrayList<>();
        for (ModelScope model : scope.models.values()) {
            for (RelationScope field : model.relations()) {
                Sorted sorted = attributes
                        .getOrDefault(model, Map.of())
                        .getOrDefault(field.name(), new Sorted(Map.of(), List.of()));
                end(model, field, sorted).ifPresent(ends::add);
            }
        }
        ResolveForeignKey foreignKey = new ResolveForeignKey(scope, tables, keys);
        ResolveJoinTable joinTable = new ResolveJoinTable(scope, keys);
        for (MatchRelations.Match match : new MatchRelations(scope, keys).match(ends)) {
            switch (match) {
                case MatchRelations.Direct direct -> resolved.putAll(foreignKey.resolve(direct));
                case MatchRelations.ManyToMany many ->
                    joinTable.resolve(many.first(), many.second()).ifPresent(join -> {
                        joinTables.add(join.table());
                        resolved.putAll(join.fields());
                    });
            }
        }
    }

    List<TableDraft> joinTables() {
        return joinTables;
    }

    Optional<Model.RelationField> field(RelationScope field) {
        return Optional.ofNullable(resolved.get(field));
    }

    private Optional<RelationEnd> end(ModelScope model, RelationScope field, Sorted attributes) {
        for (String name : attributes.own().keySet()) {
            if (!name.equals("relation") && !name.equals("ignore")) {
                attributes
                        .all(name)
                        .forEach(attribute -> scope.report.error(
                                Codes.NEEDS_COLUMN,
                                attribute.span(),
                                attribute.label() + " needs a column, and the relation " + field.name() + " has none",
                                name.equals("map")
                                        ? "the constraint of a relation is named by `@relation(map: \"...\")`"
                                        : "put it on the field that holds the foreign key"));
            }
        }
        attributes
                .foreign()
                .forEach(foreign -> scope.report.error(
                        Codes.NEEDS_COLUMN,
                        foreign.attribute().span(),
                        foreign.attribute().label() + " needs a column, and the relation " + field.name()
                                + " has none"));
        ModelScope target = scope.models.get(field.target());
        if (target == null) {
            return Optional.empty();
        }
        Optional<Attribute> relation = attributes.first("relation");
        if (relation.isEmpty()) {
            return Optional.of(new RelationEnd(model, field, target, "", Optional.empty()));
        }
        Arguments arguments = Arguments.read(relation.get(), List.of("name"), OPTIONS, scope.report);
        String name = arguments.string("name").map(StringValue::text).orElse("");
        RelationEnd end = new RelationEnd(model, field, target, name, Optional.of(arguments));
        return isSound(end, arguments) ? Optional.of(end) : Optional.empty();
    }

    private boolean isSound(RelationEnd end, Arguments arguments) {
        if (end.field().many() && arguments.has("fields")) {
            scope.report.error(
                    Codes.RELATION_ATTRIBUTE,
                    arguments.span(),
                    end.label() + " is a list, so the foreign key cannot be on this side",
                    "write fields: and references: on the side in "
                            + end.target().name() + ", or remove the []");
            return false;
        }
        if (!arguments.has("fields")) {
            for (String option : OPTIONS) {
                if (arguments.has(option)) {
                    scope.report.error(
                            Codes.RELATION_ATTRIBUTE,
                            arguments.value(option).orElseThrow().span(),
                            option + ": belongs to the side of a relation that has fields:",
                            end.field().many()
                                    ? "write it on the side in " + end.target().name()
                                    : "add fields: [...], the fields of "
                                            + end.model().name() + " that hold the key");
                    return false;
                }
            }
        }
        return true;
    }

    /** Says so of {@code @relation} on a column; of a type that is unknown enough has been said. */
    static void refuseOnColumn(Scope scope, Attribute attribute, Name type, boolean typeKnown) {
        if (typeKnown) {
            scope.report.error(
                    Codes.RELATION_ATTRIBUTE,
                    attribute.span(),
                    "@relation stands on a field whose type is a model, and " + type + " is none",
                    "the field for the key is a plain column; the relation is a field beside it");
        }
    }
}
