package io.pgorm.features.internal;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.spi.ClientField;
import java.util.List;
import java.util.stream.Stream;

/** All columns of one type, in tables and views, as fields of the client. Stateless. */
public final class FieldsOfType {

    private FieldsOfType() {}

    public static List<ClientField> of(Schema schema, String sqlType, String field, String values) {
        Stream<ClientField> ofTables = schema.tables().stream()
                .flatMap(table -> table.columns().stream()
                        .filter(column -> isOf(column.type(), sqlType))
                        .map(column -> made(table.name(), column.name(), field, values)));
        Stream<ClientField> ofViews = schema.views().stream()
                .flatMap(view -> view.columns().stream()
                        .filter(column -> isOf(column.type(), sqlType))
                        .map(column -> made(view.name(), column.name(), field, values)));
        return Stream.concat(ofTables, ofViews).toList();
    }

    private static boolean isOf(ColumnType type, String sqlType) {
        return type.sql().equals(sqlType);
    }

    private static ClientField made(QualifiedName relation, String column, String field, String values) {
        return new ClientField(relation, column, field, values, List.of());
    }
}
