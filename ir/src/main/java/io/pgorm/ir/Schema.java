package io.pgorm.ir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A whole schema: the objects of the database, and the models that the client is made from.
 *
 * @param extensions what CREATE EXTENSION is needed for, sorted by name
 * @param session what is known of the caller, where policies ask for it
 * @param objects SQL that extensions of the language contributed
 */
public record Schema(
        List<Extension> extensions,
        Optional<SessionType> session,
        List<EnumType> enums,
        List<Table> tables,
        List<Model> models,
        List<SqlObject> objects) {

    public static final Schema EMPTY =
            new Schema(List.of(), Optional.empty(), List.of(), List.of(), List.of(), List.of());

    public Schema {
        extensions = List.copyOf(extensions);
        enums = List.copyOf(enums);
        tables = List.copyOf(tables);
        models = List.copyOf(models);
        objects = List.copyOf(objects);
    }

    public Optional<Table> table(QualifiedName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    public Optional<Model> model(String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    public Optional<EnumType> enumType(QualifiedName name) {
        return enums.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /** The table behind a model of this schema. */
    public Table tableOf(Model model) {
        return table(model.table())
                .orElseThrow(() -> new IllegalArgumentException("no table for model " + model.name()));
    }

    /** The model behind which the table is; none for the join table of an implicit many to many. */
    public Optional<Model> modelOf(QualifiedName table) {
        return models.stream().filter(model -> model.table().equals(table)).findFirst();
    }

    /** The schema with every table replaced by what {@code change} makes of it. */
    public Schema mapTables(UnaryOperator<Table> change) {
        return new Schema(
                extensions, session, enums, tables.stream().map(change).toList(), models, objects);
    }

    /** The schema with the extension of PostgreSQL added, unless it is there already. */
    public Schema withExtension(Extension extension) {
        Set<String> present =
                extensions.stream().map(Extension::name).collect(java.util.stream.Collectors.toUnmodifiableSet());
        if (present.contains(extension.name())) {
            return this;
        }
        List<Extension> sorted = java.util.stream.Stream.concat(
                        extensions.stream(), java.util.stream.Stream.of(extension))
                .sorted(java.util.Comparator.comparing(Extension::name))
                .toList();
        return new Schema(sorted, session, enums, tables, models, objects);
    }

    public Schema withSession(SessionType newSession) {
        return new Schema(extensions, Optional.of(newSession), enums, tables, models, objects);
    }

    public Schema withObjects(List<SqlObject> newObjects) {
        return new Schema(extensions, session, enums, tables, models, newObjects);
    }
}
