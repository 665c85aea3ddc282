package io.pgorm.features.notify;

import io.pgorm.features.notify.internal.Notifications;
import io.pgorm.features.notify.internal.NotifyAttribute;
import io.pgorm.features.notify.internal.NotifyChecks;
import io.pgorm.features.notify.internal.NotifyCodes;
import io.pgorm.features.notify.internal.WriteNotifications;
import io.pgorm.ir.Schema;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.DiagnosticCode;
import io.pgorm.ir.spi.SchemaExtension;
import io.pgorm.ir.spi.SchemaNames;
import io.pgorm.ir.spi.Written;
import java.util.List;

/**
 * Notifications of what is written: {@code @@notify(channel, on:, payload:)}, as many as wanted. Diagnostics: {@code
 * PGO1601} to {@code PGO1606}.
 */
public final class NotifyExtension implements SchemaExtension {

    @Override
    public String name() {
        return NotifyAttribute.NAME;
    }

    @Override
    public List<AttributeType> attributes() {
        return List.of(NotifyAttribute.TYPE);
    }

    @Override
    public Schema rewrite(Schema schema) {
        return Notifications.add(schema);
    }

    @Override
    public List<Diagnostic> validate(Schema schema) {
        return NotifyChecks.check(schema);
    }

    @Override
    public List<DiagnosticCode> codes() {
        return NotifyCodes.ALL;
    }

    @Override
    public Written write(Schema schema, SchemaNames names) {
        return WriteNotifications.write(schema, names);
    }
}
