package io.pgorm.features.hstore;

import io.pgorm.features.internal.FieldsOfType;
import io.pgorm.ir.Schema;
import io.pgorm.ir.spi.ClientField;
import io.pgorm.ir.spi.SchemaExtension;
import java.util.List;

/** Columns of {@code Hstore} in the client. The type itself is the language's own. */
public final class HstoreExtension implements SchemaExtension {

    @Override
    public String name() {
        return "hstore";
    }

    @Override
    public List<ClientField> clientFields(Schema schema) {
        return FieldsOfType.of(schema, "hstore", "io.pgorm.features.hstore.HstoreField", "java.lang.String");
    }
}
