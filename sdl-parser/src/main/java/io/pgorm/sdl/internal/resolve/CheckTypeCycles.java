package io.pgorm.sdl.internal.resolve;

import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.syntax.Declaration;
import io.pgorm.sdl.internal.syntax.Declaration.TypeUse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses types that are made of themselves: PostgreSQL has none, not even through a list. Stateless. */
final class CheckTypeCycles {

    private CheckTypeCycles() {}

    /** The author's words for types that are part of a cycle, which is reported. */
    static Set<String> check(Scope scope, List<Declaration> declarations) {
        Map<String, List<TypeUse>> parts = new LinkedHashMap<>();
        for (Declaration declaration : declarations) {
            switch (declaration) {
                case Declaration.Domain domain ->
                    parts.putIfAbsent(domain.name().text(), List.of(domain.type()));
                case Declaration.Composite composite -> {
                    List<TypeUse> types = new ArrayList<>(composite.fields().stream()
                            .map(Declaration.Field::type)
                            .toList());
                    composite.attributes().stream()
                            .flatMap(attribute -> ResolveRange.subtype(attribute).stream())
                            .forEach(types::add);
                    parts.putIfAbsent(composite.name().text(), types);
                }
                default -> {}
            }
        }
        List<ModelScope> tables = new ArrayList<>(scope.models.values());
        tables.addAll(scope.views.values());
        for (ModelScope table : tables) {
            parts.putIfAbsent(
                    table.name(),
                    table.columns().stream().map(column -> column.node().type()).toList());
        }
        Map<String, List<String>> names = new LinkedHashMap<>();
        parts.forEach((type, uses) ->
                names.put(type, uses.stream().map(use -> use.name().text()).toList()));
        Set<String> cyclic = new HashSet<>();
        for (List<String> cycle : FindCycles.find(names)) {
            cyclic.addAll(cycle);
            String first = cycle.getLast();
            parts.getOrDefault(cycle.get(cycle.size() - 2), List.of()).stream()
                    .filter(use -> use.name().text().equals(first))
                    .findFirst()
                    .ifPresent(use -> scope.report.error(
                            Codes.TYPE_CYCLE,
                            use.span(),
                            "the type " + first + " would be made of itself: " + String.join(", ", cycle),
                            "PostgreSQL has no such types; keep the key of a row, or Jsonb"));
        }
        return cyclic;
    }
}
