package io.pgorm.features.trigger.internal;

import io.pgorm.features.internal.Attributes;
import io.pgorm.features.internal.Comments;
import io.pgorm.ir.Comment;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.Table;
import io.pgorm.ir.Trigger;
import io.pgorm.ir.View;
import io.pgorm.ir.spi.AttributeUse;
import java.util.ArrayList;
import java.util.List;

/** Puts the triggers that attributes ask for on tables and views. Stateless. */
public final class Triggers {

    private Triggers() {}

    /** The schema with a trigger for each {@code @@trigger}, and a comment for each that is documented. */
    public static Schema add(Schema schema) {
        List<Comment> comments = new ArrayList<>();
        List<SchemaObject> objects = new ArrayList<>();
        for (SchemaObject object : schema.objects()) {
            objects.add(
                    switch (object) {
                        case Table table -> table.withTriggers(with(table.triggers(), schema, table.name(), comments));
                        case View view -> view.withTriggers(with(view.triggers(), schema, view.name(), comments));
                        default -> object;
                    });
        }
        return schema.withObjects(objects).plus(comments);
    }

    private static List<Trigger> with(
            List<Trigger> present, Schema schema, QualifiedName owner, List<Comment> comments) {
        List<Trigger> triggers = new ArrayList<>(present);
        for (AttributeUse use : Attributes.of(schema, owner, TriggerAttribute.NAME)) {
            Trigger trigger = TriggerAttribute.trigger(use);
            triggers.add(trigger);
            Comments.of(use, ObjectName.Kind.TRIGGER, owner, trigger.name()).ifPresent(comments::add);
        }
        return triggers;
    }
}
