package io.pgorm.jooq.internal;

import io.pgorm.ir.Model;
import io.pgorm.ir.Model.ColumnField;
import io.pgorm.ir.Model.RelationField;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import java.util.List;
import java.util.Optional;

/** The relations of a model as a write sees them. */
final class Relations {

    /** So many foreign keys may be given in any order, or be left to the row around; the others come first. */
    private static final int MOST_GROUPS = 4;

    private final Schema schema;
    private final Model model;
    private final Table table;

    Relations(Schema schema, Model model) {
        this.schema = schema;
        this.model = model;
        this.table = Models.relation(schema, model);
    }

    /**
     * A relation whose foreign key is in this model, and in no other relation.
     *
     * @param required whether a row needs it
     */
    record Owned(RelationField field, List<ColumnField> columns, boolean required) {}

    /** Those that a row needs, each with all its columns. */
    List<Owned> groups() {
        return owned().stream().filter(Owned::required).limit(MOST_GROUPS).toList();
    }

    /** Those that a row may have. */
    List<Owned> optional() {
        return owned().stream().filter(owned -> !owned.required()).toList();
    }

    /** The required fields that are no part of {@link #groups()}. */
    List<ColumnField> scalars() {
        List<ColumnField> grouped =
                groups().stream().flatMap(group -> group.columns().stream()).toList();
        return Models.required(model, table).stream()
                .filter(field -> !grouped.contains(field))
                .toList();
    }

    List<Owned> owned() {
        List<ColumnField> required = Models.required(model, table);
        List<ColumnField> writable = Models.updatable(model, table);
        return links().stream()
                .filter(field -> exclusive(direct(field)))
                .filter(field -> direct(field).local().stream()
                        .allMatch(column ->
                                model.fieldOf(column).filter(writable::contains).isPresent()))
                .map(field -> {
                    List<ColumnField> columns = direct(field).local().stream()
                            .map(column -> model.fieldOf(column).orElseThrow())
                            .toList();
                    return new Owned(field, columns, required.containsAll(columns));
                })
                .filter(owned -> owned.required() || owned.columns().stream().noneMatch(required::contains))
                .toList();
    }

    /** The relations at whose other end the foreign key is, or which have a join table. */
    List<RelationField> inverse() {
        return model.relationFields().stream()
                .filter(field -> !(field.link() instanceof Model.Direct direct) || !direct.owner())
                .toList();
    }

    /** The relation at the other end of one without a join table, if a write may use it. */
    Optional<Owned> otherEnd(RelationField field) {
        if (!(field.link() instanceof Model.Direct direct)) {
            return Optional.empty();
        }
        return new Relations(schema, target(field))
                .owned().stream()
                        .filter(owned -> owned.field().target().equals(model.name()))
                        .filter(owned -> direct(owned.field()).local().equals(direct.remote())
                                && direct(owned.field()).remote().equals(direct.local()))
                        .findFirst();
    }

    Model target(RelationField field) {
        return schema.model(field.target()).orElseThrow();
    }

    /** Whether a target's rows can be named by a key. */
    boolean hasRef(Model target) {
        return !Models.isView(schema, target)
                && !Models.keys(target, Models.relation(schema, target)).isEmpty();
    }

    boolean hasCreate(Model target) {
        return !Models.isView(schema, target) && Models.canBeCreated(target, Models.relation(schema, target));
    }

    /** Whether the foreign key may be made NULL. */
    boolean canBeCleared(Model holder, Owned owned) {
        Table of = Models.relation(schema, holder);
        return owned.columns().stream()
                .allMatch(field -> Models.column(of, field).nullable());
    }

    private List<RelationField> links() {
        return model.relationFields().stream()
                .filter(field -> field.link() instanceof Model.Direct direct && direct.owner())
                .filter(field -> !Models.isView(schema, target(field)))
                .toList();
    }

    private boolean exclusive(Model.Direct link) {
        return links().stream()
                        .filter(other -> direct(other).local().stream().anyMatch(link.local()::contains))
                        .count()
                == 1;
    }

    private static Model.Direct direct(RelationField field) {
        return (Model.Direct) field.link();
    }
}
