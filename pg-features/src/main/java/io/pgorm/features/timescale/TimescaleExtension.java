package io.pgorm.features.timescale;

import io.pgorm.features.timescale.internal.HypertableAttribute;
import io.pgorm.features.timescale.internal.HypertableChecks;
import io.pgorm.features.timescale.internal.HypertableCodes;
import io.pgorm.features.timescale.internal.Hypertables;
import io.pgorm.features.timescale.internal.ReadHypertables;
import io.pgorm.features.timescale.internal.TimeFields;
import io.pgorm.features.timescale.internal.WriteHypertables;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.ClientField;
import io.pgorm.ir.spi.DiagnosticCode;
import io.pgorm.ir.spi.SchemaExtension;
import io.pgorm.ir.spi.SchemaNames;
import io.pgorm.ir.spi.Written;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Hypertables: {@code @@hypertable(time:, chunk:)}. Diagnostics: {@code PGO1701} to {@code PGO1705}. */
public final class TimescaleExtension implements SchemaExtension {

    @Override
    public String name() {
        return HypertableAttribute.NAME;
    }

    @Override
    public List<AttributeType> attributes() {
        return List.of(HypertableAttribute.TYPE);
    }

    @Override
    public Schema rewrite(Schema schema) {
        return Hypertables.add(schema);
    }

    @Override
    public List<Diagnostic> validate(Schema schema) {
        return HypertableChecks.check(schema);
    }

    @Override
    public List<SqlObject> generate(Schema schema) {
        return Hypertables.create(schema);
    }

    @Override
    public List<ClientField> clientFields(Schema schema) {
        return TimeFields.of(schema);
    }

    @Override
    public List<SqlObject> read(Connection connection, Schema schema) throws SQLException {
        return ReadHypertables.read(connection, schema);
    }

    @Override
    public Schema forget(Schema schema) {
        return Hypertables.forgetChunks(schema);
    }

    @Override
    public List<DiagnosticCode> codes() {
        return HypertableCodes.ALL;
    }

    @Override
    public Written write(Schema schema, SchemaNames names) {
        return WriteHypertables.write(schema, names);
    }
}
