package io.pgorm.features.json;

import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.spi.ClientField;
import io.pgorm.ir.spi.SchemaExtension;
import java.util.List;
import java.util.stream.Stream;

/**
 * Columns of {@code jsonb} in the client. Their class is the client's own, since it needs no library: an application with such
 * a column needs nothing more at run time.
 */
public final class JsonExtension implements SchemaExtension {

    private static final String FIELD = "io.pgorm.client.json.JsonbField";

    @Override
    public String name() {
        return "json";
    }

    @Override
    public List<ClientField> clientFields(Schema schema) {
        Stream<ClientField> ofTables = schema.tables().stream()
                .flatMap(table -> table.columns().stream()
                        .flatMap(column -> field(table.name(), column.name(), column.type())));
        Stream<ClientField> ofViews = schema.views().stream()
                .flatMap(view ->
                        view.columns().stream().flatMap(column -> field(view.name(), column.name(), column.type())));
        return Stream.concat(ofTables, ofViews).toList();
    }

    private static Stream<ClientField> field(QualifiedName relation, String column, ColumnType type) {
        return type.sql().equals("jsonb")
                ? Stream.of(new ClientField(relation, column, FIELD, "org.jooq.JSONB", List.of()))
                : Stream.empty();
    }
}
