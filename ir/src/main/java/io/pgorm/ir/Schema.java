package io.pgorm.ir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A whole schema: the objects of the database, and the models that the client is made from.
 *
 * @param objects what the database makes; extensions come first, sorted by name
 * @param session what is known of the caller, where policies ask for it
 * @param models what the client sees; none for what a catalog held
 */
public record Schema(List<SchemaObject> objects, Optional<SessionType> session, List<Model> models) {

    public static final Schema EMPTY = new Schema(List.of(), Optional.empty(), List.of());

    public Schema {
        objects = List.copyOf(objects);
        models = List.copyOf(models);
    }

    /** The objects of one kind, in their order. */
    public <O extends SchemaObject> List<O> objects(Class<O> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public List<Extension> extensions() {
        return objects(Extension.class);
    }

    public List<EnumType> enums() {
        return objects(EnumType.class);
    }

    public List<Table> tables() {
        return objects(Table.class);
    }

    public List<View> views() {
        return objects(View.class);
    }

    public List<Routine> routines() {
        return objects(Routine.class);
    }

    public List<SqlObject> sqlObjects() {
        return objects(SqlObject.class);
    }

    public Optional<Table> table(QualifiedName name) {
        return tables().stream().filter(table -> table.name().equals(name)).findFirst();
    }

    public Optional<View> view(QualifiedName name) {
        return views().stream().filter(view -> view.name().equals(name)).findFirst();
    }

    public Optional<Model> model(String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    public Optional<EnumType> enumType(QualifiedName name) {
        return enums().stream().filter(type -> type.name().equals(name)).findFirst();
    }

    public Optional<DomainType> domain(QualifiedName name) {
        return objects(DomainType.class).stream()
                .filter(type -> type.name().equals(name))
                .findFirst();
    }

    public List<CompositeType> composites() {
        return objects(CompositeType.class);
    }

    public Optional<CompositeType> composite(QualifiedName name) {
        return composites().stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /** The table behind a model of this schema that is not a view. */
    public Table tableOf(Model model) {
        return table(model.table())
                .orElseThrow(() -> new IllegalArgumentException("no table for model " + model.name()));
    }

    /** The model behind which the table is; none for the join table of an implicit many to many. */
    public Optional<Model> modelOf(QualifiedName table) {
        return models.stream().filter(model -> model.table().equals(table)).findFirst();
    }

    /**
     * The schema as its client sees it: without the models and fields that are ignored, and without relations that need
     * one of them. The tables stay as they are.
     */
    public Schema forClient() {
        Set<String> seen = models.stream()
                .filter(model -> !model.ignored())
                .map(Model::name)
                .collect(Collectors.toUnmodifiableSet());
        return withModels(models.stream()
                .filter(model -> !model.ignored())
                .map(model -> model.withFields(model.fields().stream()
                        .filter(field -> isSeen(model, field, seen))
                        .toList()))
                .toList());
    }

    private boolean isSeen(Model model, Model.Field field, Set<String> models) {
        return switch (field) {
            case Model.ColumnField column -> !column.ignored();
            case Model.RelationField relation ->
                models.contains(relation.target())
                        && switch (relation.link()) {
                            case Model.Direct direct ->
                                areSeen(model, direct.local())
                                        && model(relation.target())
                                                .map(target -> areSeen(target, direct.remote()))
                                                .orElse(true);
                            case Model.Through through -> true;
                        };
        };
    }

    private static boolean areSeen(Model model, List<String> columns) {
        return columns.stream()
                .flatMap(column -> model.fieldOf(column).stream())
                .noneMatch(Model.ColumnField::ignored);
    }

    /** The schema with every table replaced by what {@code change} makes of it. */
    public Schema mapTables(UnaryOperator<Table> change) {
        return mapObjects(object -> object instanceof Table table ? change.apply(table) : object);
    }

    /** The schema with every object replaced by what {@code change} makes of it. */
    public Schema mapObjects(UnaryOperator<SchemaObject> change) {
        return withObjects(objects.stream().map(change).toList());
    }

    /** The schema with the extension of PostgreSQL added, unless it is there already. */
    public Schema withExtension(Extension extension) {
        if (extensions().stream().anyMatch(present -> present.name().equals(extension.name()))) {
            return this;
        }
        Stream<Extension> sorted = Stream.concat(extensions().stream(), Stream.of(extension))
                .sorted(Comparator.comparing(Extension::name));
        return withObjects(Stream.concat(sorted, objects.stream().filter(object -> !(object instanceof Extension)))
                .toList());
    }

    /** The schema with these objects behind those it has. */
    public Schema plus(List<? extends SchemaObject> more) {
        List<SchemaObject> all = new ArrayList<>(objects);
        all.addAll(more);
        return withObjects(all);
    }

    public Schema withSession(SessionType newSession) {
        return new Schema(objects, Optional.of(newSession), models);
    }

    public Schema withObjects(List<? extends SchemaObject> newObjects) {
        return new Schema(List.copyOf(newObjects), session, models);
    }

    public Schema withModels(List<Model> newModels) {
        return new Schema(objects, session, newModels);
    }
}
