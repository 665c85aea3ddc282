package io.pgorm.features.encrypted;

import io.pgorm.features.encrypted.internal.EncryptedChecks;
import io.pgorm.features.encrypted.internal.EncryptedCodes;
import io.pgorm.features.encrypted.internal.EncryptedColumns;
import io.pgorm.ir.Schema;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.ClientField;
import io.pgorm.ir.spi.DiagnosticCode;
import io.pgorm.ir.spi.SchemaExtension;
import java.util.List;

/**
 * {@code @encrypted(key: "name")} on a {@code String} or {@code Bytea}: a column of {@code json} with the id of the key and the
 * encrypted value, and a {@link Secret} in the client, which does all of the work. Needs no extension of PostgreSQL.
 * Diagnostics: {@code PGO1801} to {@code PGO1803}.
 */
public final class EncryptedExtension implements SchemaExtension {

    @Override
    public String name() {
        return EncryptedColumns.NAME;
    }

    @Override
    public List<AttributeType> attributes() {
        return List.of(EncryptedColumns.ATTRIBUTE);
    }

    @Override
    public Schema rewrite(Schema schema) {
        return EncryptedColumns.rewrite(schema);
    }

    @Override
    public List<Diagnostic> validate(Schema schema) {
        return EncryptedChecks.check(schema);
    }

    @Override
    public List<DiagnosticCode> codes() {
        return EncryptedCodes.ALL;
    }

    @Override
    public List<ClientField> clientFields(Schema schema) {
        return EncryptedColumns.fields(schema);
    }
}
