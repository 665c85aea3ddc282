package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.internal.Transition.InPlace;
import io.pgorm.ddl.plan.internal.Transition.Replace;
import io.pgorm.ir.CompositeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a composite type changes: attributes go, change and are added at the end, in one statement. Stateless. */
final class CompositeChange {

    private CompositeChange() {}

    static Transition between(CompositeType before, CompositeType after) {
        if (!keepsOrder(before, after)) {
            return new Replace();
        }
        Map<String, CompositeType.Attribute> now = byName(after);
        Map<String, CompositeType.Attribute> old = byName(before);
        List<String> changes = new ArrayList<>();
        old.keySet().stream()
                .filter(name -> !now.containsKey(name))
                .forEach(name -> changes.add("DROP ATTRIBUTE " + Removal.quoted(name)));
        boolean loses = !changes.isEmpty();
        int dropped = changes.size();
        now.forEach((name, attribute) -> {
            if (old.containsKey(name) && !attribute.equals(old.get(name))) {
                changes.add("ALTER ATTRIBUTE " + Removal.quoted(name) + " TYPE " + definition(attribute) + " CASCADE");
            }
        });
        boolean disturbs = loses || changes.size() > dropped;
        now.forEach((name, attribute) -> {
            if (!old.containsKey(name)) {
                changes.add("ADD ATTRIBUTE " + Removal.quoted(name) + " " + definition(attribute) + " CASCADE");
            }
        });
        Step step = Step.of("ALTER TYPE " + after.name().sql() + " " + String.join(", ", changes));
        return new InPlace(
                List.of(loses ? step.with(Hazard.DELETES_DATA, Hazard.IRREVERSIBLE, Hazard.BREAKS_RUNNING_APP) : step),
                disturbs);
    }

    /**
     * Whether statements can change it where it is.
     *
     * @param held whether a column holds it: PostgreSQL then changes no attribute's type
     */
    static boolean isInPlace(CompositeType before, CompositeType after, boolean held) {
        Map<String, CompositeType.Attribute> now = byName(after);
        return keepsOrder(before, after)
                && (!held
                        || before.attributes().stream()
                                .allMatch(attribute -> !now.containsKey(attribute.name())
                                        || attribute.equals(now.get(attribute.name()))));
    }

    /** Attributes are added at the end only. */
    private static boolean keepsOrder(CompositeType before, CompositeType after) {
        List<String> kept = new ArrayList<>(names(before));
        kept.retainAll(names(after));
        return names(after).subList(0, kept.size()).equals(kept);
    }

    static List<String> names(CompositeType type) {
        return type.attributes().stream().map(CompositeType.Attribute::name).toList();
    }

    private static String definition(CompositeType.Attribute attribute) {
        return attribute.type().sql()
                + attribute.collation().map(name -> " COLLATE " + name.sql()).orElse("");
    }

    private static Map<String, CompositeType.Attribute> byName(CompositeType type) {
        return type.attributes().stream()
                .collect(Collectors.toMap(
                        CompositeType.Attribute::name,
                        Function.identity(),
                        (first, second) -> first,
                        java.util.LinkedHashMap::new));
    }
}
