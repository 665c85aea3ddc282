package io.pgorm.features.json;

import io.pgorm.features.internal.FieldsOfType;
import io.pgorm.ir.Index;
import io.pgorm.ir.Schema;
import io.pgorm.ir.spi.ClientField;
import io.pgorm.ir.spi.SchemaExtension;
import java.util.List;

/**
 * Columns of {@code jsonb} in the client. Their class is the client's own, since it needs no library: an application with such
 * a column needs nothing more at run time.
 */
public final class JsonExtension implements SchemaExtension {

    @Override
    public String name() {
        return "json";
    }

    @Override
    public List<ClientField> clientFields(Schema schema) {
        return FieldsOfType.of(schema, "jsonb", "io.pgorm.client.json.JsonbField", "org.jooq.JSONB").stream()
                .map(field -> new ClientField(
                        field.table(), field.column(), field.type(), field.valueType(), classes(schema, field)))
                .toList();
    }

    /** The operator classes of the GIN indexes over the column: they differ in what they find by. */
    private static List<String> classes(Schema schema, ClientField field) {
        return schema.tables().stream()
                .filter(table -> table.name().equals(field.table()))
                .flatMap(table -> table.indexes().stream())
                .filter(index -> index.method().equals("gin"))
                .flatMap(index -> index.keys().stream())
                .filter(key -> key.target() instanceof Index.ColumnTarget(String name) && name.equals(field.column()))
                .map(key -> key.operatorClass().orElse("jsonb_ops"))
                .distinct()
                .toList();
    }
}
