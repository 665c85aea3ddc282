package io.pgorm.ddl.internal.order;

import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which step makes what, by every way of naming it. Immutable; steps are known by their number. */
final class Makers {

    private final Map<QualifiedName, Set<Integer>> relations = new LinkedHashMap<>();
    private final Map<QualifiedName, Set<Integer>> callables = new LinkedHashMap<>();
    private final Map<QualifiedName, Set<Integer>> shells = new LinkedHashMap<>();
    private final Map<String, Set<QualifiedName>> schemasOf = new LinkedHashMap<>();
    private final Map<ObjectName, Set<Integer>> things = new LinkedHashMap<>();
    private final Map<String, Set<Integer>> blocks = new LinkedHashMap<>();

    Makers(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            int number = i;
            Step step = steps.get(i);
            step.block().ifPresent(id -> add(blocks, id, number));
            step.makes().forEach(name -> add(name, step.shell(), number));
        }
    }

    private void add(ObjectName name, boolean shell, int number) {
        if (shell) {
            add(shells, name.name(), number);
            return;
        }
        add(things, name, number);
        if (name.part().isEmpty()) {
            switch (name.kind()) {
                case FUNCTION, PROCEDURE, AGGREGATE -> add(callables, name.name(), number);
                default -> add(relations, name.name(), number);
            }
            schemasOf
                    .computeIfAbsent(name.name().name(), own -> new LinkedHashSet<>())
                    .add(name.name());
        }
    }

    private static <K> void add(Map<K, Set<Integer>> map, K key, int number) {
        map.computeIfAbsent(key, absent -> new LinkedHashSet<>()).add(number);
    }

    /** The steps that make what is needed. */
    Set<Integer> of(Need need) {
        return switch (need) {
            case Need.Relation(QualifiedName name) -> relations.getOrDefault(name, Set.of());
            case Need.Callable(QualifiedName name) -> callables.getOrDefault(name, Set.of());
            case Need.Shell(QualifiedName type) -> shells.getOrDefault(type, Set.of());
            case Need.Block(String id) -> blocks.getOrDefault(id, Set.of());
            case Need.Thing(ObjectName name) -> of(name);
            case Need.Text text -> throw new IllegalArgumentException("names are looked up one by one");
        };
    }

    private Set<Integer> of(ObjectName name) {
        Optional<Set<Integer>> exact = Optional.ofNullable(things.get(name));
        return exact.orElseGet(() -> switch (name.kind()) {
            // argument types may be written in another way
            case FUNCTION, PROCEDURE, AGGREGATE -> callables.getOrDefault(name.name(), Set.of());
            default -> relations.getOrDefault(name.name(), Set.of());
        });
    }

    /** The steps that make what may be meant. */
    Set<Integer> of(Mentions.Mention mention) {
        if (mention.reserved()) {
            return Set.of();
        }
        Set<Integer> found = new LinkedHashSet<>();
        List<String> parts = mention.parts();
        if (parts.size() > 1) {
            add(new QualifiedName(parts.get(0), parts.get(1)), mention.call(), found);
        }
        // without a schema, or a table before the dot of a column
        boolean call = mention.call() && parts.size() == 1;
        for (QualifiedName name : unqualified(parts.getFirst())) {
            add(name, call, found);
        }
        return found;
    }

    private void add(QualifiedName name, boolean call, Set<Integer> found) {
        found.addAll(relations.getOrDefault(name, Set.of()));
        if (call) {
            found.addAll(callables.getOrDefault(name, Set.of()));
        }
    }

    /** The one in the schema that is searched; where there is none, any, since a function may search others. */
    private List<QualifiedName> unqualified(String own) {
        Set<QualifiedName> all = schemasOf.getOrDefault(own, Set.of());
        QualifiedName inPublic = QualifiedName.of(own);
        return all.contains(inPublic) ? List.of(inPublic) : new ArrayList<>(all);
    }
}
