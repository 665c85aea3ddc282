package io.pgorm.features.trigger.internal;

import io.pgorm.features.internal.AttributeText;
import io.pgorm.features.internal.Comments;
import io.pgorm.features.internal.GeneratedNames;
import io.pgorm.ir.Constraint.Deferral;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Table;
import io.pgorm.ir.Trigger;
import io.pgorm.ir.Trigger.Enabled;
import io.pgorm.ir.Trigger.Timing;
import io.pgorm.ir.View;
import io.pgorm.ir.spi.SchemaNames;
import io.pgorm.ir.spi.Written;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Triggers as attributes. For one schema and one thread. */
public final class WriteTriggers {

    private final Schema schema;
    private final SchemaNames names;
    private final List<Written.Attribute> attributes = new ArrayList<>();
    private final Set<ObjectName> written = new HashSet<>();

    private WriteTriggers(Schema schema, SchemaNames names) {
        this.schema = schema;
        this.names = names;
    }

    /** An attribute for each trigger of a table or view that has a model. */
    public static Written write(Schema schema, SchemaNames names) {
        return new WriteTriggers(schema, names).run();
    }

    private Written run() {
        List<SchemaObject> rest = new ArrayList<>();
        for (SchemaObject object : schema.objects()) {
            rest.add(
                    switch (object) {
                        case Table table -> table.withTriggers(left(table.name(), table.triggers()));
                        case View view -> view.withTriggers(left(view.name(), view.triggers()));
                        default -> object;
                    });
        }
        return new Written(attributes, Comments.without(schema.withObjects(rest), written));
    }

    /** Those that could not be written. */
    private List<Trigger> left(QualifiedName owner, List<Trigger> triggers) {
        List<Trigger> left = new ArrayList<>();
        for (Trigger trigger : triggers) {
            boolean named = names.model(owner).isPresent()
                    && !GeneratedNames.isOne(trigger.function())
                    && trigger.from().map(from -> names.model(from).isPresent()).orElse(true);
            if (named) {
                ObjectName name = ObjectName.part(ObjectName.Kind.TRIGGER, owner, trigger.name());
                written.add(name);
                attributes.add(new Written.Attribute(
                        owner, Optional.empty(), text(owner, trigger), Comments.on(schema, name)));
            } else {
                left.add(trigger);
            }
        }
        return left;
    }

    private String text(QualifiedName owner, Trigger trigger) {
        AttributeText text = new AttributeText(TriggerAttribute.NAME)
                .add(names.name(trigger.name()))
                .add(TriggerAttribute.WHEN, timing(trigger.timing()))
                .add(TriggerAttribute.ON, events(trigger));
        if (!trigger.updateOf().isEmpty()) {
            text.add(TriggerAttribute.OF, names.fields(owner, trigger.updateOf()));
        }
        return text.addIf(!trigger.forEachRow(), TriggerAttribute.FOR, TriggerAttribute.STATEMENT)
                .add(TriggerAttribute.IF, trigger.when().map(SqlText::render).map(names::sql))
                .add(TriggerAttribute.CALL, names.routine(trigger.function()))
                .addList(
                        TriggerAttribute.ARGUMENTS,
                        trigger.arguments().stream().map(names::text).toList())
                .addIf(trigger.constraint(), TriggerAttribute.CONSTRAINT, "true")
                .add(TriggerAttribute.FROM, trigger.from().flatMap(names::model))
                .addIf(trigger.deferral() == Deferral.DEFERRABLE, TriggerAttribute.DEFERRABLE, "true")
                .addIf(
                        trigger.deferral() == Deferral.INITIALLY_DEFERRED,
                        TriggerAttribute.DEFERRABLE,
                        TriggerAttribute.DEFERRED)
                .add(TriggerAttribute.OLD, trigger.oldTable().map(names::name))
                .add(TriggerAttribute.NEW, trigger.newTable().map(names::name))
                .addIf(
                        trigger.enabled() != Enabled.ORIGIN,
                        TriggerAttribute.ENABLED,
                        trigger.enabled().name().toLowerCase(Locale.ROOT))
                .toString();
    }

    private static String timing(Timing timing) {
        return timing == Timing.INSTEAD_OF
                ? TriggerAttribute.INSTEAD_OF
                : timing.name().toLowerCase(Locale.ROOT);
    }

    private static String events(Trigger trigger) {
        List<String> words = trigger.events().stream()
                .map(event -> event.name().toLowerCase(Locale.ROOT))
                .toList();
        return words.size() == 1 ? words.getFirst() : AttributeText.list(words);
    }
}
