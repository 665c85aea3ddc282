package io.pgorm.client.internal;

import io.pgorm.client.ModelTable;
import io.pgorm.client.ModelType;
import org.jooq.TableField;

/** The model behind a column. */
final class ModelTypes {

    private ModelTypes() {}

    static ModelType<?> of(TableField<?, ?> column) {
        if (column.getTable() instanceof ModelTable<?> table) {
            return table.model();
        }
        throw new IllegalArgumentException(column + " belongs to no model");
    }
}
