package io.pgorm.features.json;

import io.pgorm.features.internal.FieldsOfType;
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
        return FieldsOfType.of(schema, "jsonb", "io.pgorm.client.json.JsonbField", "org.jooq.JSONB");
    }
}
