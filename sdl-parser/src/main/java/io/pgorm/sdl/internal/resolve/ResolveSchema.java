package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.Extension;
import io.pgorm.ir.Model;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.SessionType;
import io.pgorm.ir.Table;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.resolve.ModelScope.ColumnScope;
import io.pgorm.sdl.internal.resolve.ModelScope.FieldScope;
import io.pgorm.sdl.internal.resolve.ModelScope.RelationScope;
import io.pgorm.sdl.internal.resolve.ResolveKeys.Key;
import io.pgorm.sdl.internal.resolve.SortAttributes.Sorted;
import io.pgorm.sdl.internal.syntax.Declaration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From declarations to the schema, in stages: names, fields, then all that refers to fields. What has an error is left
 * out and reported, so that the result is a whole schema only where nothing was.
 */
public final class ResolveSchema {

    private final Scope scope;
    private final SortAttributes sort;
    private final ResolveAttributes foreign;
    private final Map<ModelScope, Sorted> modelAttributes = new LinkedHashMap<>();
    private final Map<ModelScope, Map<String, Sorted>> fieldAttributes = new LinkedHashMap<>();
    private final Map<ModelScope, TableDraft> tables = new LinkedHashMap<>();
    private final Map<ModelScope, List<Key>> keys = new LinkedHashMap<>();

    private ResolveSchema(Scope scope) {
        this.scope = scope;
        this.sort = new SortAttributes(scope);
        this.foreign = new ResolveAttributes(scope);
    }

    public static Schema resolve(List<Declaration> declarations, Vocabulary vocabulary, Report report) {
        return new ResolveSchema(new Scope(report, vocabulary)).run(declarations);
    }

    private Schema run(List<Declaration> declarations) {
        new DeclareNames(scope).declare(declarations);
        declareExtensions(declarations);
        new ResolveFields(scope).resolve();
        ResolveDeclarations others = new ResolveDeclarations(scope, declarations);
        others.resolveTypes();
        scope.models.values().forEach(this::sortAttributes);
        scope.models.values().forEach(this::resolveTable);
        ResolveRelations relations = new ResolveRelations(scope, tables, keys);
        relations.resolve(fieldAttributes);
        List<TableDraft> drafts = new ArrayList<>(tables.values());
        drafts.addAll(relations.joinTables());
        others.resolveOthers();
        CheckDatabaseNames.check(scope, drafts, others.named());
        CheckJavaNames.check(scope);
        AssignNames names = new AssignNames(scope.report);
        names.claimGiven(drafts);
        others.claimNames(names);
        List<Table> finished = drafts.stream().map(draft -> draft.finish(names)).toList();
        List<Model> models = new ArrayList<>();
        scope.models.values().forEach(model -> models.add(model(model, relations)));
        models.addAll(others.models());
        Optional<SessionType> session = new ResolveSession(scope)
                .resolve(declarations.stream()
                        .filter(Declaration.Session.class::isInstance)
                        .map(Declaration.Session.class::cast)
                        .toList());
        List<Extension> extensions = scope.extensions.values().stream()
                .sorted(Comparator.comparing(Extension::name))
                .toList();
        List<SchemaObject> objects = new ArrayList<>(extensions);
        objects.addAll(others.globals());
        objects.addAll(scope.enums.values());
        objects.addAll(others.types(names));
        objects.addAll(finished);
        drafts.forEach(draft -> objects.addAll(draft.satellites));
        objects.addAll(others.views(names));
        objects.addAll(others.others());
        objects.addAll(scope.said);
        return new Schema(objects, session, models);
    }

    private void declareExtensions(List<Declaration> declarations) {
        ResolveGlobals globals = new ResolveGlobals(scope);
        for (Declaration declaration : declarations) {
            if (declaration instanceof Declaration.Extension node) {
                globals.extension(node)
                        .ifPresent(extension -> scope.extensions.putIfAbsent(extension.name(), extension));
            }
        }
    }

    private void sortAttributes(ModelScope model) {
        modelAttributes.put(model, sort.ofModel(model.node().attributes()));
        Map<String, Sorted> ofFields = new LinkedHashMap<>();
        for (FieldScope field : model.fields().values()) {
            ofFields.put(field.name(), sort.ofField(field.node().attributes()));
        }
        fieldAttributes.put(model, ofFields);
    }

    private Sorted attributesOf(ModelScope model, FieldScope field) {
        return fieldAttributes
                .getOrDefault(model, Map.of())
                .getOrDefault(field.name(), new Sorted(Map.of(), List.of()));
    }

    private void resolveTable(ModelScope model) {
        ResolveTable.Resolved resolved = new ResolveTable(
                        scope,
                        model,
                        modelAttributes.getOrDefault(model, new Sorted(Map.of(), List.of())),
                        fieldAttributes.getOrDefault(model, Map.of()))
                .resolve();
        tables.put(model, resolved.table());
        keys.put(model, resolved.keys());
    }

    private Model model(ModelScope model, ResolveRelations relations) {
        List<Model.Field> fields = new ArrayList<>();
        for (FieldScope field : model.fields().values()) {
            switch (field) {
                case ColumnScope column -> fields.add(column(model, column));
                case RelationScope relation ->
                    relations
                            .field(relation)
                            .filter(found -> !attributesOf(model, relation).has("ignore"))
                            .ifPresent(fields::add);
            }
        }
        Sorted attributes = modelAttributes.getOrDefault(model, new Sorted(Map.of(), List.of()));
        return new Model(
                model.name(),
                Names.javaPlural(model.name()),
                model.table(),
                fields,
                foreign.resolve(model, attributes.foreign()),
                attributes.has("ignore"),
                model.node().documentation(),
                model.span());
    }

    private Model.ColumnField column(ModelScope model, ColumnScope field) {
        Sorted attributes = attributesOf(model, field);
        attributes
                .first("version")
                .ifPresent(version -> model.columns().stream()
                        .takeWhile(other -> other != field)
                        .filter(other -> attributesOf(model, other).has("version"))
                        .findFirst()
                        .ifPresent(earlier -> scope.report.error(
                                Codes.BAD_VERSION,
                                version.span(),
                                model.name() + " has its version in " + earlier.name(),
                                "leave out one @version")));
        return new Model.ColumnField(
                field.name(),
                field.column(),
                attributes.has("updatedAt"),
                attributes.has("version"),
                foreign.resolve(model, attributes.foreign()),
                attributes.has("ignore"),
                field.node().documentation(),
                field.span());
    }
}
