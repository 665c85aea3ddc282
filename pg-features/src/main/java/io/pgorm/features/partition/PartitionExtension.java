package io.pgorm.features.partition;

import io.pgorm.features.partition.internal.PartitionAttributes;
import io.pgorm.features.partition.internal.PartitionChecks;
import io.pgorm.features.partition.internal.PartitionCodes;
import io.pgorm.features.partition.internal.Partitions;
import io.pgorm.features.partition.internal.WritePartitions;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.DiagnosticCode;
import io.pgorm.ir.spi.SchemaExtension;
import io.pgorm.ir.spi.SchemaNames;
import io.pgorm.ir.spi.Written;
import java.util.List;

/**
 * Partitions, declared or made ahead of time. Diagnostics: {@code PGO1401} to {@code PGO1413}.
 */
public final class PartitionExtension implements SchemaExtension {

    @Override
    public String name() {
        return PartitionAttributes.NAME;
    }

    @Override
    public List<AttributeType> attributes() {
        return PartitionAttributes.ALL;
    }

    @Override
    public Schema rewrite(Schema schema) {
        return Partitions.add(schema);
    }

    @Override
    public List<Diagnostic> validate(Schema schema) {
        return PartitionChecks.check(schema);
    }

    @Override
    public List<SqlObject> generate(Schema schema) {
        return Partitions.firstCall(schema);
    }

    @Override
    public Schema forget(Schema schema) {
        return Partitions.forgetMade(schema);
    }

    @Override
    public List<DiagnosticCode> codes() {
        return PartitionCodes.ALL;
    }

    @Override
    public Written write(Schema schema, SchemaNames names) {
        return WritePartitions.write(schema, names);
    }
}
