package io.pgorm.features.rls.internal;

import io.pgorm.ir.Policy;
import io.pgorm.ir.RowSecurity;
import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.AttributeType.Kind;
import io.pgorm.ir.spi.AttributeType.Parameter;
import io.pgorm.ir.spi.AttributeUse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The attribute {@code @@rls} and how it is read. Stateless. */
public final class PolicyAttribute {

    public static final String NAME = "rls";
    static final String MODE = "rls.mode";

    static final String USING = "using";
    static final String CHECK = "check";
    static final String FOR = "for";
    static final String TO = "to";
    static final String AS = "as";
    static final String POLICY_NAME = "name";
    static final String RESTRICTIVE = "restrictive";

    public static final AttributeType TYPE = new AttributeType(
            NAME,
            AttributeType.Target.MODEL,
            true,
            List.of(
                    Parameter.optional(USING, Kind.SQL),
                    Parameter.optional(CHECK, Kind.SQL),
                    Parameter.words(FOR, false, "all", "select", "insert", "update", "delete"),
                    Parameter.optional(TO, Kind.ROLES),
                    Parameter.words(AS, false, "permissive", RESTRICTIVE),
                    Parameter.optional(POLICY_NAME, Kind.TEXT)),
            "a policy of row level security: which rows a role sees (using) and may write (check)");

    private static final String HOW = "how";

    public static final AttributeType MODE_TYPE = new AttributeType(
            MODE,
            AttributeType.Target.MODEL,
            false,
            List.of(Parameter.words(HOW, true, "enabled", "forced", "disabled")),
            "whether row level security is on, and for the owner of the table too");

    private PolicyAttribute() {}

    static RowSecurity mode(AttributeUse use) {
        return RowSecurity.valueOf(use.word(HOW).orElseThrow().toUpperCase(Locale.ROOT));
    }

    /** The policy that the attribute asks for, under the name that is right for it. */
    static Policy policy(AttributeUse use, String name) {
        return new Policy(
                name,
                use.word(AS).map(word -> !word.equalsIgnoreCase(RESTRICTIVE)).orElse(true),
                command(use),
                use.words(TO),
                use.sql(USING).map(EvaluateOnce::apply),
                use.sql(CHECK).map(EvaluateOnce::apply),
                use.span());
    }

    static Policy.Command command(AttributeUse use) {
        return use.word(FOR)
                .map(word -> Policy.Command.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Policy.Command.ALL);
    }

    /** The name that the author gave; none where it is empty, which is an error that {@link PolicyChecks} reports. */
    static Optional<String> givenName(AttributeUse use) {
        return use.text(POLICY_NAME).filter(name -> !name.isEmpty());
    }

    static boolean hasEmptyName(AttributeUse use) {
        return use.text(POLICY_NAME).filter(String::isEmpty).isPresent();
    }
}
