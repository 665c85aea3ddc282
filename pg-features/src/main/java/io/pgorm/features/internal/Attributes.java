package io.pgorm.features.internal;

import io.pgorm.ir.Model;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.spi.AttributeUse;
import java.util.List;
import java.util.Optional;

/** The attributes of models, by the table or view that is behind each. Stateless. */
public final class Attributes {

    private Attributes() {}

    /** The uses of one attribute on the model of the table or view, in their order. */
    public static List<AttributeUse> of(Schema schema, QualifiedName table, String name) {
        return schema.modelOf(table).map(Model::attributes).orElse(List.of()).stream()
                .filter(use -> use.name().equals(name))
                .toList();
    }

    /** The use of an attribute that may stand once. */
    public static Optional<AttributeUse> one(Schema schema, QualifiedName table, String name) {
        return of(schema, table, name).stream().findFirst();
    }

    /** What the author calls the table or view. */
    public static String model(Schema schema, QualifiedName table) {
        return schema.modelOf(table).map(Model::name).orElse(table.toString());
    }

    /** What the author calls the column. */
    public static String field(Schema schema, QualifiedName table, String column) {
        return schema.modelOf(table)
                .flatMap(model -> model.fieldOf(column))
                .map(Model.ColumnField::name)
                .orElse(column);
    }
}
