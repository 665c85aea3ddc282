package io.pgorm.features.fts.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.Model;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import java.util.Optional;

/** In which language the words of a row are. */
sealed interface Language {

    /** The same for all rows: a text search configuration. */
    record Fixed(String configuration) implements Language {}

    /** A column of type {@code regconfig}. */
    record Configured(Column column) implements Language {}

    /** A column of an enum whose labels are configurations. */
    record Listed(Column column, EnumType languages) implements Language {}

    /** A column that cannot say it. */
    record Unfit(Column column) implements Language {}

    /** A field of the model where there is one of that name, else a configuration. */
    static Language of(Schema schema, Table table, String name) {
        Optional<Column> column = schema.modelOf(table.name()).stream()
                .flatMap(model -> model.columnFields().stream())
                .filter(field -> field.name().equals(name))
                .map(Model.ColumnField::column)
                .findFirst()
                .flatMap(table::column);
        return column.map(found -> ofColumn(schema, found)).orElseGet(() -> new Fixed(name));
    }

    static Language ofColumn(Schema schema, Column column) {
        return switch (column.type()) {
            case ColumnType.Raw raw
            when raw.text().strip().equalsIgnoreCase("regconfig") && !raw.array() -> new Configured(column);
            case ColumnType.EnumReference reference
            when !reference.array() ->
                schema.enumType(reference.name())
                        .<Language>map(type -> new Listed(column, type))
                        .orElse(new Unfit(column));
            default -> new Unfit(column);
        };
    }
}
