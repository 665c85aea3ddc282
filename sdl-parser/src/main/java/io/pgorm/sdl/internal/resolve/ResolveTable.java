package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.ObjectName;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.resolve.ModelScope.ColumnScope;
import io.pgorm.sdl.internal.resolve.ModelScope.RelationScope;
import io.pgorm.sdl.internal.resolve.ResolveKeys.Key;
import io.pgorm.sdl.internal.resolve.SortAttributes.Sorted;
import io.pgorm.sdl.internal.syntax.Attribute;
import java.util.List;
import java.util.Map;

/** The table of a model, but for its relations and for the names of its constraints. */
final class ResolveTable {

    private final Scope scope;
    private final ModelScope model;
    private final Sorted attributes;
    private final Map<String, Sorted> fieldAttributes;
    private final TableDraft table;

    ResolveTable(Scope scope, ModelScope model, Sorted attributes, Map<String, Sorted> fieldAttributes) {
        this.scope = scope;
        this.model = model;
        this.attributes = attributes;
        this.fieldAttributes = fieldAttributes;
        this.table = new TableDraft(model.table(), model.node().documentation(), model.span());
    }

    record Resolved(TableDraft table, List<Key> keys) {}

    Resolved resolve() {
        ResolveStorage storage = new ResolveStorage(scope);
        table.storage = storage.storage(attributes);
        List<ModelScope> parents = storage.parents(model, attributes);
        table.inherits = ResolveStorage.tables(parents);
        ResolveColumn resolveColumn = new ResolveColumn(scope, model);
        ResolveChecks checks = new ResolveChecks(scope, model, table);
        for (ColumnScope field : model.columns()) {
            Sorted ofField = of(field.name());
            resolveColumn.resolve(field, ofField).ifPresent(table.columns::add);
            ofField.all("check").forEach(checks::resolve);
        }
        List<Key> keys = new ResolveKeys(scope, model, table).resolve(attributes, fieldAttributes);
        attributes.all("check").forEach(checks::resolve);
        attributes.all("constraint").forEach(checks::other);
        ResolveExclusions exclusions = new ResolveExclusions(scope, model, table);
        attributes.all("exclude").forEach(exclusions::resolve);
        ResolveIndexes indexes = new ResolveIndexes(scope, model, table);
        attributes.all("index").forEach(indexes::resolve);
        CheckInheritance.check(scope, model, parents, fieldAttributes);
        checkIgnored(keys);
        satellites();
        return new Resolved(table, keys);
    }

    private Sorted of(String field) {
        return fieldAttributes.getOrDefault(field, new Sorted(Map.of(), List.of()));
    }

    private void satellites() {
        Satellites satellites = new Satellites(scope);
        ObjectName name = ObjectName.of(ObjectName.Kind.TABLE, model.table());
        table.satellites.addAll(satellites.read(attributes, name, model));
        ReadGrants grants = new ReadGrants(scope);
        for (ColumnScope field : model.columns()) {
            Sorted ofField = of(field.name());
            ofField.all("grant")
                    .forEach(each -> table.satellites.addAll(grants.onColumn(each, false, name, field.column())));
            ofField.all("revoke")
                    .forEach(each -> table.satellites.addAll(grants.onColumn(each, true, name, field.column())));
            ofField.first("renamedFrom")
                    .flatMap(each -> satellites.renamed(
                            each, ObjectName.part(ObjectName.Kind.COLUMN, model.table(), field.column())))
                    .ifPresent(table.satellites::add);
        }
    }

    private void checkIgnored(List<Key> keys) {
        attributes.first("ignore").ifPresent(each -> Arguments.read(each, List.of(), List.of(), scope.report));
        for (RelationScope relation : model.relations()) {
            of(relation.name())
                    .first("ignore")
                    .ifPresent(each -> Arguments.read(each, List.of(), List.of(), scope.report));
        }
        if (attributes.has("ignore")) {
            return;
        }
        for (ColumnScope field : model.columns()) {
            Attribute ignore = of(field.name()).first("ignore").orElse(null);
            if (ignore == null) {
                continue;
            }
            boolean inKey =
                    keys.stream().anyMatch(key -> key.primary() && key.fields().contains(field));
            if (inKey) {
                scope.report.error(
                        Codes.BAD_IGNORE,
                        ignore.span(),
                        field.name() + " is part of the primary key, without which the client finds no row",
                        "leave out @ignore, or ignore the whole model with @@ignore");
            }
        }
    }
}
