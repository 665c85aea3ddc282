package io.pgorm.features.ltree;

import io.pgorm.features.internal.FieldsOfType;
import io.pgorm.ir.Schema;
import io.pgorm.ir.spi.ClientField;
import io.pgorm.ir.spi.SchemaExtension;
import java.util.List;

/** Columns of {@code Ltree} in the client. The type itself is the language's own. */
public final class LtreeExtension implements SchemaExtension {

    @Override
    public String name() {
        return "ltree";
    }

    @Override
    public List<ClientField> clientFields(Schema schema) {
        return FieldsOfType.of(schema, "ltree", "io.pgorm.features.ltree.LtreeField", "java.lang.String");
    }
}
