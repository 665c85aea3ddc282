package io.pgorm.features.notify.internal;

import io.pgorm.features.internal.Attributes;
import io.pgorm.features.internal.Comments;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.Table;
import io.pgorm.ir.Trigger;
import io.pgorm.ir.spi.AttributeUse;
import java.util.ArrayList;
import java.util.List;

/** Puts the functions and triggers that send messages into the schema. Stateless. */
public final class Notifications {

    private Notifications() {}

    /** The schema with a function and a trigger for each {@code @@notify} of a table. */
    public static Schema add(Schema schema) {
        List<SchemaObject> more = new ArrayList<>();
        Schema notifying = schema.mapTables(table -> {
            List<Trigger> triggers = new ArrayList<>(table.triggers());
            List<AttributeUse> uses = Attributes.of(schema, table.name(), NotifyAttribute.NAME);
            for (int at = 0; at < uses.size(); at++) {
                Notification notification = notification(table, at + 1, uses.get(at));
                triggers.add(notification.trigger());
                more.add(notification.function());
                Comments.of(uses.get(at), ObjectName.Kind.TRIGGER, table.name(), notification.triggerName())
                        .ifPresent(more::add);
            }
            return uses.isEmpty() ? table : table.withTriggers(triggers);
        });
        return notifying.plus(more);
    }

    private static Notification notification(Table table, int number, AttributeUse use) {
        return new Notification(
                table,
                number,
                NotifyAttribute.channel(table.name(), use),
                NotifyAttribute.events(use),
                use.sql(NotifyAttribute.PAYLOAD),
                use.span());
    }
}
