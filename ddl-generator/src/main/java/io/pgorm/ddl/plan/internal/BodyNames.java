package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.order.Mentions;
import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Routine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks up what the bodies of routines name, of which PostgreSQL knows nothing. Immutable once made. */
final class BodyNames {

    private final Map<QualifiedName, Set<FactId>> byName = new LinkedHashMap<>();

    BodyNames(Facts facts) {
        for (FactId id : facts.byId().keySet()) {
            if (id.aspect() == Aspect.SELF && id.object().part().isEmpty()) {
                byName.computeIfAbsent(id.object().name(), name -> new TreeSet<>())
                        .add(id);
            }
        }
    }

    Set<FactId> mentionedIn(Routine routine) {
        Set<FactId> found = new TreeSet<>();
        for (Mentions.Mention mention : Mentions.in(routine.body())) {
            if (mention.reserved()) {
                continue;
            }
            List<String> parts = mention.parts();
            add(QualifiedName.of(parts.getFirst()), found);
            add(new QualifiedName(routine.name().schema(), parts.getFirst()), found);
            if (parts.size() > 1) {
                add(new QualifiedName(parts.get(0), parts.get(1)), found);
            }
        }
        return found;
    }

    private void add(QualifiedName name, Set<FactId> found) {
        found.addAll(byName.getOrDefault(name, Set.of()));
    }
}
