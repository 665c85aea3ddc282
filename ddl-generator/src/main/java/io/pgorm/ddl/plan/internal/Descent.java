package io.pgorm.ddl.plan.internal;

import io.pgorm.ir.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which tables stand below which others before, afterwards and all the time between. Immutable once made. */
final class Descent {

    private final Map<QualifiedName, List<QualifiedName>> above = new LinkedHashMap<>();
    private final Map<QualifiedName, List<QualifiedName>> below = new LinkedHashMap<>();

    private Descent() {}

    /** @param destroyed what goes, maybe to come back */
    static Descent kept(Frame frame, java.util.Set<FactId> destroyed) {
        Descent descent = new Descent();
        frame.from().byId().forEach((id, fact) -> {
            if (frame.to().has(id) && !destroyed.contains(id)) {
                switch (fact) {
                    case Fact.OfPartition(QualifiedName table, var of) -> descent.add(table, of.parent());
                    case Fact.OfInheritance(QualifiedName table, QualifiedName parent) -> descent.add(table, parent);
                    default -> {}
                }
            }
        });
        return descent;
    }

    private void add(QualifiedName table, QualifiedName parent) {
        above.computeIfAbsent(table, key -> new ArrayList<>()).add(parent);
        below.computeIfAbsent(parent, key -> new ArrayList<>()).add(table);
    }

    boolean isEmpty() {
        return above.isEmpty();
    }

    boolean isBelow(QualifiedName table) {
        return above.containsKey(table);
    }

    boolean isAbove(QualifiedName table) {
        return below.containsKey(table);
    }

    List<QualifiedName> above(QualifiedName table) {
        return above.getOrDefault(table, List.of());
    }

    List<QualifiedName> below(QualifiedName table) {
        return below.getOrDefault(table, List.of());
    }
}
