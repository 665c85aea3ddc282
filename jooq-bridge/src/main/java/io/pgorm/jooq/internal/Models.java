package io.pgorm.jooq.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Model;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A model beside its table. */
final class Models {

    private Models() {}

    /** What a model is read from: its table, or its view in the form of a table. */
    static Table relation(Schema schema, Model model) {
        return schema.view(model.table()).map(Models::asTable).orElseGet(() -> schema.tableOf(model));
    }

    static boolean isView(Schema schema, Model model) {
        return schema.view(model.table()).isPresent();
    }

    private static Table asTable(View view) {
        List<Column> columns = view.columns().stream()
                .map(column -> new Column(
                        column.name(),
                        column.type(),
                        column.nullable(),
                        ColumnValue.NONE,
                        column.comment(),
                        column.span()))
                .toList();
        List<Constraint> key = view.key().isEmpty()
                ? List.of()
                : List.of(new Constraint.PrimaryKey(view.name().name() + "_key", view.key(), view.span()));
        return Table.of(view.name(), columns, key, view.indexes(), view.comment(), view.span());
    }

    /** The name of the field that a column belongs to. */
    static String fieldOf(Model model, String column) {
        return model.fieldOf(column)
                .map(Model.ColumnField::name)
                .orElseThrow(() -> new IllegalArgumentException("no field of " + model.name() + " for " + column));
    }

    static Column column(Table table, Model.ColumnField field) {
        return table.column(field.column())
                .orElseThrow(() -> new IllegalArgumentException("no column " + table.name() + "." + field.column()));
    }

    /** Whether a row can be made by its fields: not if a required column is left out of the model. */
    static boolean canBeCreated(Model model, Table table) {
        return table.columns().stream()
                .allMatch(column -> column.hasValueWhenOmitted()
                        || model.fieldOf(column.name()).isPresent());
    }

    /** The fields that an INSERT has to give. */
    static List<Model.ColumnField> required(Model model, Table table) {
        return model.columnFields().stream()
                .filter(field -> !column(table, field).hasValueWhenOmitted())
                .toList();
    }

    /** The fields that an INSERT may give. */
    static List<Model.ColumnField> optional(Model model, Table table) {
        return model.columnFields().stream()
                .filter(field -> column(table, field).hasValueWhenOmitted())
                .filter(field -> !column(table, field).isReadOnly())
                .toList();
    }

    /** The fields that an UPDATE may give. */
    static List<Model.ColumnField> updatable(Model model, Table table) {
        return model.columnFields().stream()
                .filter(field -> !column(table, field).isReadOnly())
                .toList();
    }

    /** The primary key first, then the unique constraints; those over the same fields once. */
    static List<List<Model.ColumnField>> keys(Model model, Table table) {
        List<List<String>> columns = new ArrayList<>();
        table.primaryKey().ifPresent(key -> columns.add(key.columns()));
        table.uniques().stream().map(Constraint.Unique::columns).forEach(columns::add);
        return columns.stream()
                .distinct()
                .filter(key ->
                        key.stream().allMatch(column -> model.fieldOf(column).isPresent()))
                .map(key -> key.stream()
                        .map(column -> model.fieldOf(column).orElseThrow())
                        .toList())
                .toList();
    }

    /** {@code RoomAndPlace}. */
    static String and(List<Model.ColumnField> key) {
        return key.stream().map(field -> JavaNames.capitalized(field.name())).collect(Collectors.joining("And"));
    }

    /** {@code ROOM_AND_PLACE}. */
    static String keyConstant(List<Model.ColumnField> key) {
        return key.stream().map(field -> JavaNames.constant(field.name())).collect(Collectors.joining("_AND_"));
    }
}
