package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.resolve.ModelScope.ColumnScope;
import io.pgorm.sdl.internal.resolve.ResolveKeys.Key;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds which fields of two models are the two sides of one relation. */
final class MatchRelations {

    private final Scope scope;
    private final Map<ModelScope, List<Key>> keys;
    private final List<Match> matches = new ArrayList<>();

    MatchRelations(Scope scope, Map<ModelScope, List<Key>> keys) {
        this.scope = scope;
        this.keys = keys;
    }

    /** Two sides that belong together. */
    sealed interface Match {}

    /** A foreign key, and the field that leads the other way, where there is one. */
    record Direct(RelationEnd owner, Optional<RelationEnd> back) implements Match {}

    /** Two lists. */
    record ManyToMany(RelationEnd first, RelationEnd second) implements Match {}

    private record Group(Set<String> models, String name) {}

    List<Match> match(List<RelationEnd> ends) {
        Map<Group, List<RelationEnd>> groups = new LinkedHashMap<>();
        for (RelationEnd end : ends) {
            Group group = new Group(
                    new TreeSet<>(List.of(end.model().name(), end.target().name())), end.name());
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(end);
        }
        groups.values().forEach(this::matchGroup);
        return matches;
    }

    private void matchGroup(List<RelationEnd> group) {
        List<RelationEnd> owners = group.stream().filter(RelationEnd::owner).toList();
        List<RelationEnd> others = group.stream().filter(end -> !end.owner()).toList();
        if (group.getFirst().model() == group.getFirst().target()) {
            matchWithin(owners, others);
            return;
        }
        Map<ModelScope, List<RelationEnd>> otherSides = others.stream()
                .collect(Collectors.groupingBy(RelationEnd::model, LinkedHashMap::new, Collectors.toList()));
        if (otherSides.values().stream().anyMatch(side -> side.size() > 1)) {
            otherSides.values().stream().filter(side -> side.size() > 1).forEach(side -> ambiguous(side, group));
            return;
        }
        if (others.size() == 2 && owners.isEmpty()) {
            matchTwoWithoutKey(others.getFirst(), others.getLast());
            return;
        }
        List<RelationEnd> matched = new ArrayList<>();
        for (RelationEnd other : others) {
            List<RelationEnd> candidates = owners.stream()
                    .filter(owner -> owner.model() == other.target())
                    .toList();
            if (candidates.size() == 1) {
                matches.add(new Direct(candidates.getFirst(), Optional.of(other)));
                matched.add(candidates.getFirst());
            } else if (candidates.size() > 1 || others.size() > 1) {
                ambiguous(List.of(other), group);
                return;
            } else {
                missingOwner(other);
            }
        }
        owners.stream()
                .filter(owner -> !matched.contains(owner))
                .forEach(owner -> matches.add(new Direct(owner, Optional.empty())));
    }

    private void matchTwoWithoutKey(RelationEnd first, RelationEnd second) {
        if (first.field().many() && second.field().many()) {
            matches.add(new ManyToMany(first, second));
        } else {
            // the one that is not a list should hold the key; of two such, the required one
            boolean firstHolds = !first.field().many()
                    && (second.field().many() || !first.field().nullable());
            missingFields(firstHolds ? first : second);
        }
    }

    private void matchWithin(List<RelationEnd> owners, List<RelationEnd> others) {
        if (others.isEmpty()) {
            owners.forEach(owner -> matches.add(new Direct(owner, Optional.empty())));
        } else if (owners.size() == 1 && others.size() == 1) {
            matches.add(new Direct(owners.getFirst(), Optional.of(others.getFirst())));
        } else if (owners.isEmpty()
                && others.size() == 2
                && others.stream().allMatch(end -> end.field().many())) {
            matchSelfLists(others.getFirst(), others.getLast());
        } else if (owners.isEmpty() && others.size() == 2) {
            matchTwoWithoutKey(others.getFirst(), others.getLast());
        } else if (owners.isEmpty() && others.size() == 1) {
            missingOwner(others.getFirst());
        } else {
            List<RelationEnd> all = new ArrayList<>(owners);
            all.addAll(others);
            ambiguous(List.of(others.getFirst()), all);
        }
    }

    private void matchSelfLists(RelationEnd first, RelationEnd second) {
        if (first.name().isEmpty()) {
            scope.report.error(
                    Codes.AMBIGUOUS_RELATION,
                    first.span(),
                    first.label() + " and " + second.label() + " lead from "
                            + first.model().name() + " to itself both ways, and their join table has no name",
                    "write `@relation(\"" + capital(second.field().name()) + "\")` on both");
            return;
        }
        matches.add(new ManyToMany(first, second));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }

    private void ambiguous(List<RelationEnd> side, List<RelationEnd> group) {
        RelationEnd shown = side.getFirst();
        String all = group.stream()
                .map(end -> end.label() + " (" + Report.place(end.span()) + ")")
                .collect(Collectors.joining(", "));
        boolean named = !shown.name().isEmpty();
        scope.report.error(
                Codes.AMBIGUOUS_RELATION,
                shown.span(),
                named
                        ? "more than two fields belong to the relation \"" + shown.name() + "\": " + all
                        : "which of these fields belong together cannot be told: " + all,
                named
                        ? "use the name of a relation on its two sides only"
                        : "name each relation on both its sides: `@relation(\""
                                + shown.field().name() + "\")`");
    }

    /** A side without a key whose other side is not there at all. */
    private void missingOwner(RelationEnd end) {
        if (!end.target().complete()) {
            return;
        }
        if (!end.field().many()) {
            missingFields(end);
            return;
        }
        boolean self = end.model() == end.target();
        String back = self ? "parent" : lowerFirst(end.model().name());
        String many = self
                ? ""
                : "; or, for many to many, `"
                        + lowerFirst(Names.javaPlural(end.model().name())) + " "
                        + end.model().name() + "[]`";
        scope.report.error(
                Codes.MISSING_OTHER_SIDE,
                end.span(),
                end.label() + " is a list of " + end.target().name() + ", which has no field that leads back",
                "add to " + end.target().name() + ": `" + back + " "
                        + end.model().name() + (self ? "?" : "") + " " + relation(end, back, end.model()) + "` and "
                        + columns(back, end.model(), self) + many);
    }

    private void missingFields(RelationEnd end) {
        if (!end.model().complete()) {
            return;
        }
        SourceSpan span =
                end.arguments().map(Arguments::span).orElse(end.field().node().span());
        String name = end.field().name();
        scope.report.error(
                Codes.MISSING_OTHER_SIDE,
                span,
                "neither side of the relation " + end.label() + " says which field holds the foreign key",
                "write `" + relation(end, name, end.target()) + "` here, and beside it "
                        + columns(name, end.target(), end.field().nullable()));
    }

    private String relation(RelationEnd end, String field, ModelScope target) {
        String name = end.name().isEmpty() ? "" : "\"" + end.name() + "\", ";
        String columns =
                key(target).stream().map(key -> field + capital(key.name())).collect(Collectors.joining(", "));
        String references = key(target).stream().map(ColumnScope::name).collect(Collectors.joining(", "));
        return "@relation(" + name + "fields: [" + (columns.isEmpty() ? field + "Id" : columns) + "], references: ["
                + (references.isEmpty() ? "id" : references) + "])";
    }

    private String columns(String field, ModelScope target, boolean nullable) {
        String columns = key(target).stream()
                .map(key ->
                        "`" + field + capital(key.name()) + " " + CheckForeignKey.wanted(key) + (nullable ? "?`" : "`"))
                .collect(Collectors.joining(", "));
        return columns.isEmpty() ? "`" + field + "Id`" : columns;
    }

    private List<ColumnScope> key(ModelScope model) {
        return keys.getOrDefault(model, List.of()).stream()
                .filter(Key::primary)
                .map(Key::fields)
                .findFirst()
                .orElse(List.of());
    }

    private static String lowerFirst(String word) {
        return word.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + word.substring(1);
    }
}
