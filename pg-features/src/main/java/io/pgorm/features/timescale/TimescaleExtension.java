package io.pgorm.features.timescale;

import io.pgorm.features.timescale.internal.Community;
import io.pgorm.features.timescale.internal.HypertableAttribute;
import io.pgorm.features.timescale.internal.HypertableChecks;
import io.pgorm.features.timescale.internal.HypertableCodes;
import io.pgorm.features.timescale.internal.Hypertables;
import io.pgorm.features.timescale.internal.ReadCommunity;
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
import java.util.ArrayList;
import java.util.List;

/**
 * Hypertables: {@code @@hypertable(time:, chunk:)}; for TimescaleDB's Community edition {@code @@hypertable.compress}, {@code
 * @@hypertable.retain} and {@code @@hypertable.continuous}. Diagnostics: {@code PGO1701} to {@code PGO1708}.
 */
public final class TimescaleExtension implements SchemaExtension {

    @Override
    public String name() {
        return HypertableAttribute.NAME;
    }

    @Override
    public List<AttributeType> attributes() {
        List<AttributeType> all = new ArrayList<>(HypertableAttribute.COMMUNITY);
        all.addFirst(HypertableAttribute.TYPE);
        return all;
    }

    @Override
    public Schema rewrite(Schema schema) {
        return Community.add(Hypertables.add(schema));
    }

    @Override
    public List<Diagnostic> validate(Schema schema) {
        return HypertableChecks.check(schema);
    }

    @Override
    public List<SqlObject> generate(Schema schema) {
        List<SqlObject> made = new ArrayList<>(Hypertables.create(schema));
        made.addAll(Community.create(schema));
        return made;
    }

    @Override
    public List<ClientField> clientFields(Schema schema) {
        return TimeFields.of(schema);
    }

    @Override
    public List<SqlObject> read(Connection connection, Schema schema) throws SQLException {
        List<SqlObject> read = new ArrayList<>(ReadHypertables.read(connection, schema));
        read.addAll(ReadCommunity.read(connection, schema));
        return read;
    }

    @Override
    public Schema forget(Schema schema) {
        return ReadCommunity.asDeclared(Hypertables.forgetChunks(schema));
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
