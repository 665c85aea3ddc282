package io.pgorm.features.trigger;

import io.pgorm.features.trigger.internal.TriggerAttribute;
import io.pgorm.features.trigger.internal.TriggerChecks;
import io.pgorm.features.trigger.internal.TriggerCodes;
import io.pgorm.features.trigger.internal.Triggers;
import io.pgorm.features.trigger.internal.WriteTriggers;
import io.pgorm.ir.Schema;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.DiagnosticCode;
import io.pgorm.ir.spi.SchemaExtension;
import io.pgorm.ir.spi.SchemaNames;
import io.pgorm.ir.spi.Written;
import java.util.List;

/**
 * Triggers: {@code @@trigger(name, when:, on:, of:, for:, if:, call:, args:, constraint:, from:, deferrable:, old:,
 * new:, enabled:)}, on models and on views, as many as wanted. Diagnostics: {@code PGO1301} to {@code PGO1308}.
 */
public final class TriggerExtension implements SchemaExtension {

    @Override
    public String name() {
        return TriggerAttribute.NAME;
    }

    @Override
    public List<AttributeType> attributes() {
        return List.of(TriggerAttribute.TYPE);
    }

    @Override
    public Schema rewrite(Schema schema) {
        return Triggers.add(schema);
    }

    @Override
    public List<Diagnostic> validate(Schema schema) {
        return TriggerChecks.check(schema);
    }

    @Override
    public List<DiagnosticCode> codes() {
        return TriggerCodes.ALL;
    }

    @Override
    public Written write(Schema schema, SchemaNames names) {
        return WriteTriggers.write(schema, names);
    }
}
