package io.pgorm.features.trigger.internal;

import io.pgorm.ir.Constraint.Deferral;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Trigger;
import io.pgorm.ir.Trigger.Enabled;
import io.pgorm.ir.Trigger.Event;
import io.pgorm.ir.Trigger.Timing;
import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.AttributeType.Kind;
import io.pgorm.ir.spi.AttributeType.Parameter;
import io.pgorm.ir.spi.AttributeUse;
import java.util.List;
import java.util.Locale;

/** The attribute {@code @@trigger} and how it is read. Stateless. */
public final class TriggerAttribute {

    public static final String NAME = "trigger";

    static final String TRIGGER_NAME = "name";
    static final String WHEN = "when";
    static final String ON = "on";
    static final String OF = "of";
    static final String FOR = "for";
    static final String IF = "if";
    static final String CALL = "call";
    static final String ARGUMENTS = "args";
    static final String CONSTRAINT = "constraint";
    static final String FROM = "from";
    static final String DEFERRABLE = "deferrable";
    static final String OLD = "old";
    static final String NEW = "new";
    static final String ENABLED = "enabled";

    static final String INSTEAD_OF = "insteadOf";
    static final String STATEMENT = "statement";
    static final String DEFERRED = "deferred";

    public static final AttributeType TYPE = new AttributeType(
            NAME,
            AttributeType.Target.MODEL,
            true,
            List.of(
                    Parameter.required(TRIGGER_NAME, Kind.NAME),
                    Parameter.words(WHEN, true, "before", "after", INSTEAD_OF),
                    new Parameter(ON, Kind.WORDS, true, List.of("insert", "update", "delete", "truncate")),
                    Parameter.optional(OF, Kind.FIELDS),
                    Parameter.words(FOR, false, "row", STATEMENT),
                    Parameter.optional(IF, Kind.SQL),
                    Parameter.required(CALL, Kind.ROUTINE),
                    Parameter.optional(ARGUMENTS, Kind.TEXTS),
                    Parameter.optional(CONSTRAINT, Kind.BOOL),
                    Parameter.optional(FROM, Kind.MODEL),
                    new Parameter(DEFERRABLE, Kind.CONSTANTS, false, List.of(DEFERRED)),
                    Parameter.optional(OLD, Kind.NAME),
                    Parameter.optional(NEW, Kind.NAME),
                    Parameter.words(ENABLED, false, "always", "replica", "disabled")),
            "calls a function when rows of the table are written");

    private TriggerAttribute() {}

    /** The trigger that the attribute asks for, sensible or not. */
    static Trigger trigger(AttributeUse use) {
        return new Trigger(
                use.text(TRIGGER_NAME).orElseThrow(),
                timing(use.word(WHEN).orElseThrow()),
                use.words(ON).stream()
                        .map(word -> Event.valueOf(word.toUpperCase(Locale.ROOT)))
                        .sorted()
                        .toList(),
                use.columns(OF),
                use.word(FOR).map(word -> !word.equalsIgnoreCase(STATEMENT)).orElse(true),
                use.sql(IF),
                use.named(CALL).orElse(QualifiedName.of("")),
                use.texts(ARGUMENTS),
                use.bool(CONSTRAINT).orElse(false),
                use.named(FROM),
                deferral(use),
                use.text(OLD),
                use.text(NEW),
                use.word(ENABLED)
                        .map(word -> Enabled.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(Enabled.ORIGIN),
                use.span());
    }

    private static Timing timing(String word) {
        return word.equalsIgnoreCase(INSTEAD_OF) ? Timing.INSTEAD_OF : Timing.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Deferral deferral(AttributeUse use) {
        return use.constants(DEFERRABLE)
                .flatMap(constants -> constants.stream().findFirst())
                .map(constant -> switch (constant.render().toLowerCase(Locale.ROOT)) {
                    case DEFERRED -> Deferral.INITIALLY_DEFERRED;
                    case "true" -> Deferral.DEFERRABLE;
                    default -> Deferral.NOT_DEFERRABLE;
                })
                .orElse(Deferral.NOT_DEFERRABLE);
    }
}
