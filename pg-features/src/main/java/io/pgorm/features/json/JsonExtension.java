package io.pgorm.features.json;

import io.pgorm.features.internal.FieldsOfType;
import io.pgorm.features.json.internal.JsonAttribute;
import io.pgorm.features.json.internal.JsonChecks;
import io.pgorm.features.json.internal.JsonCodes;
import io.pgorm.features.json.internal.JsonIndexes;
import io.pgorm.ir.Index;
import io.pgorm.ir.Schema;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.ClientField;
import io.pgorm.ir.spi.DiagnosticCode;
import io.pgorm.ir.spi.SchemaExtension;
import java.util.List;

/**
 * {@code @@json(field, for: [contains, matches, keys], name:)}: an index over a column of {@code jsonb}, of the class that
 * answers what is asked. And such columns in the client: their class is the client's own, since it needs no library, so
 * that an application with such a column needs nothing more at run time. Diagnostics: {@code PGO1901} to {@code PGO1904}.
 */
public final class JsonExtension implements SchemaExtension {

    @Override
    public String name() {
        return JsonAttribute.NAME;
    }

    @Override
    public List<AttributeType> attributes() {
        return List.of(JsonAttribute.TYPE);
    }

    @Override
    public Schema rewrite(Schema schema) {
        return JsonIndexes.add(schema);
    }

    @Override
    public List<Diagnostic> validate(Schema schema) {
        return JsonChecks.check(schema);
    }

    @Override
    public List<DiagnosticCode> codes() {
        return JsonCodes.ALL;
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
