package io.pgorm.features.rls.internal;

import io.pgorm.features.internal.Attributes;
import io.pgorm.features.internal.Comments;
import io.pgorm.ir.Comment;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.Policy;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RowSecurity;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.spi.AttributeUse;
import io.pgorm.ir.sql.Identifiers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Puts the policies that attributes ask for into the tables. Stateless. */
public final class Policies {

    private Policies() {}

    /**
     * The schema with row level security forced, and the policies there, wherever a model has an {@code @@rls}; or as an
     * {@code @@rls.mode} says.
     */
    public static Schema add(Schema schema) {
        List<Comment> comments = new ArrayList<>();
        Schema secured = schema.mapTables(table -> {
            List<AttributeUse> uses = uses(schema, table.name());
            Optional<RowSecurity> mode =
                    Attributes.one(schema, table.name(), PolicyAttribute.MODE).map(PolicyAttribute::mode);
            Table withPolicies = uses.isEmpty() ? table : secured(table, uses, comments);
            return mode.map(said -> withPolicies.withRowSecurity(said, withPolicies.policies()))
                    .orElse(withPolicies);
        });
        return secured.plus(comments);
    }

    /** The attributes {@code @@rls} of the model behind which the table is. */
    static List<AttributeUse> uses(Schema schema, QualifiedName table) {
        return Attributes.of(schema, table, PolicyAttribute.NAME);
    }

    private static Table secured(Table table, List<AttributeUse> uses, List<Comment> comments) {
        List<Policy> policies = new ArrayList<>(table.policies());
        Set<String> taken = new HashSet<>();
        policies.forEach(policy -> taken.add(policy.name()));
        // Given names first: a default name gives way to them wherever they stand.
        uses.forEach(
                use -> PolicyAttribute.givenName(use).map(Policies::shorten).ifPresent(taken::add));
        for (AttributeUse use : uses) {
            String name = PolicyAttribute.givenName(use)
                    .map(Policies::shorten)
                    .orElseGet(() -> defaultName(table, PolicyAttribute.command(use), taken));
            policies.add(PolicyAttribute.policy(use, name));
            Comments.of(use, ObjectName.Kind.POLICY, table.name(), name).ifPresent(comments::add);
        }
        return table.withRowSecurity(RowSecurity.FORCED, policies);
    }

    /** The name of the first policy for the command that is given none. */
    static String firstName(QualifiedName table, Policy.Command command) {
        return Identifiers.shorten(table.name(), suffix(command));
    }

    private static String suffix(Policy.Command command) {
        return "_" + command.name().toLowerCase(Locale.ROOT);
    }

    /** {@code posts_select}, then {@code posts_select_2}. */
    private static String defaultName(Table table, Policy.Command command, Set<String> taken) {
        String name = firstName(table.name(), command);
        for (int number = 2; !taken.add(name); number++) {
            name = Identifiers.shorten(table.name().name(), suffix(command) + "_" + number);
        }
        return name;
    }

    private static String shorten(String name) {
        return Identifiers.shorten(name, "");
    }
}
