package io.pgorm.features.rls.internal;

import io.pgorm.ir.Model;
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
import java.util.Set;

/** Puts the policies that attributes ask for into the tables. Stateless. */
public final class Policies {

    private Policies() {}

    /** The schema with row level security forced, and the policies there, wherever a model has an {@code @@rls}. */
    public static Schema add(Schema schema) {
        return schema.mapTables(table -> {
            List<AttributeUse> uses = uses(schema, table.name());
            return uses.isEmpty() ? table : secured(table, uses);
        });
    }

    /** The attributes {@code @@rls} of the model behind which the table is. */
    static List<AttributeUse> uses(Schema schema, QualifiedName table) {
        return schema.modelOf(table).map(Model::attributes).orElse(List.of()).stream()
                .filter(use -> use.name().equals(PolicyAttribute.NAME))
                .toList();
    }

    private static Table secured(Table table, List<AttributeUse> uses) {
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
        }
        return table.withRowSecurity(RowSecurity.FORCED, policies);
    }

    /** {@code posts_select}, then {@code posts_select_2}. */
    private static String defaultName(Table table, Policy.Command command, Set<String> taken) {
        String suffix = "_" + command.name().toLowerCase(Locale.ROOT);
        String name = Identifiers.shorten(table.name().name(), suffix);
        for (int number = 2; !taken.add(name); number++) {
            name = Identifiers.shorten(table.name().name(), suffix + "_" + number);
        }
        return name;
    }

    private static String shorten(String name) {
        return Identifiers.shorten(name, "");
    }
}
