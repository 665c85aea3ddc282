package com.example.types;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.Schema;
import io.pgorm.ir.spi.ClientField;
import io.pgorm.ir.spi.SchemaExtension;
import java.util.List;

/** Columns of {@code Cents} have calls of their own in the generated client: {@link CentsField}. */
public final class CentsExtension implements SchemaExtension {

    @Override
    public String name() {
        return "cents";
    }

    @Override
    public List<ClientField> clientFields(Schema schema) {
        return schema.tables().stream()
                .flatMap(table -> table.columns().stream()
                        .filter(column -> column.type() instanceof ColumnType.Scalar scalar
                                && scalar.type().name().equals("Cents")
                                && !scalar.array())
                        .map(column -> new ClientField(
                                table.name(),
                                column.name(),
                                "com.example.types.CentsField",
                                "com.example.types.Cents",
                                List.of())))
                .toList();
    }
}
