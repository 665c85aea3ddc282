package io.pgorm.jooq.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.Model;
import io.pgorm.ir.Table;
import java.util.List;

/** A model beside its table. */
final class Models {

    private Models() {}

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
}
