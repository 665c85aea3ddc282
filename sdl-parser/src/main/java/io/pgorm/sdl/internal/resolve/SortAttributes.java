package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.AttributeType.Target;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.Suggest;
import io.pgorm.sdl.internal.syntax.Attribute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells the attributes of one declaration apart: the language's own, those of extensions, and those that are none. */
final class SortAttributes {

    static final Set<String> OF_FIELDS = new LinkedHashSet<>(List.of(
            "id",
            "unique",
            "default",
            "map",
            "generated",
            "identity",
            "check",
            "updatedAt",
            "version",
            "relation",
            "collate",
            "storage",
            "compression",
            "renamedFrom",
            "ignore",
            "inherited",
            "grant",
            "revoke"));
    static final Set<String> OF_MODELS = new LinkedHashSet<>(List.of(
            "id",
            "unique",
            "index",
            "check",
            "map",
            "exclude",
            "constraint",
            "storage",
            "unlogged",
            "tablespace",
            "accessMethod",
            "replicaIdentity",
            "inherits",
            "schema",
            "owner",
            "grant",
            "revoke",
            "renamedFrom",
            "ignore"));
    static final Set<String> MAP_ONLY = Set.of("map");

    private static final Set<String> REPEATABLE = Set.of(
            "@check",
            "@@check",
            "@@unique",
            "@@index",
            "@@exclude",
            "@@constraint",
            "@grant",
            "@@grant",
            "@revoke",
            "@@revoke",
            "@defaultGrant",
            "@@defaultGrant",
            "@defaultRevoke",
            "@@defaultRevoke");
    private static final Set<String> FIELDS_NOT_YET = Set.of("encrypted");
    private static final Set<String> MODELS_NOT_YET = Set.of("partition", "fts", "trigger", "notify", "hypertable");

    private final Scope scope;

    SortAttributes(Scope scope) {
        this.scope = scope;
    }

    /** An attribute that an extension brings, with its type. */
    record Foreign(Attribute attribute, AttributeType type) {}

    /** @param own by name, in the order of the schema */
    record Sorted(Map<String, List<Attribute>> own, List<Foreign> foreign) {
        Optional<Attribute> first(String name) {
            return own.getOrDefault(name, List.of()).stream().findFirst();
        }

        List<Attribute> all(String name) {
            return own.getOrDefault(name, List.of());
        }

        boolean has(String name) {
            return own.containsKey(name);
        }
    }

    Sorted ofField(List<Attribute> attributes) {
        return sort(attributes, OF_FIELDS, Target.FIELD, FIELDS_NOT_YET);
    }

    Sorted ofModel(List<Attribute> attributes) {
        return sort(attributes, OF_MODELS, Target.MODEL, MODELS_NOT_YET);
    }

    private Sorted sort(List<Attribute> attributes, Set<String> core, Target target, Set<String> notYet) {
        Map<String, AttributeType> types = scope.vocabulary.attributes(target);
        Map<String, List<Attribute>> own = new LinkedHashMap<>();
        List<Foreign> foreign = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Attribute attribute : attributes) {
            String name = attribute.name().text();
            AttributeType type = types.get(name);
            boolean repeatable = type == null ? REPEATABLE.contains(attribute.label()) : type.repeatable();
            if (core.contains(name)) {
                if (isNew(attribute, seen, repeatable)) {
                    own.computeIfAbsent(name, key -> new ArrayList<>()).add(attribute);
                }
            } else if (type != null) {
                if (isNew(attribute, seen, repeatable)) {
                    foreign.add(new Foreign(attribute, type));
                }
            } else if (notYet.contains(name)) {
                scope.report.error(
                        Codes.NOT_SUPPORTED_YET,
                        attribute.span(),
                        attribute.label() + " is not supported yet",
                        "leave it out here, and write it in a migration of your own");
            } else {
                refuseUnknown(attribute, core, target);
            }
        }
        return new Sorted(own, foreign);
    }

    /** The attributes of a declaration that takes these and no others; extensions have none for it. */
    Sorted of(List<Attribute> attributes, Set<String> own, String owner) {
        return of(attributes, own, Map.of(), owner);
    }

    /** The attributes of a view or of its fields, which takes these and those of extensions. */
    Sorted ofView(List<Attribute> attributes, Set<String> own, Target target, String owner) {
        return of(attributes, own, scope.vocabulary.attributes(target), owner);
    }

    private Sorted of(List<Attribute> attributes, Set<String> own, Map<String, AttributeType> types, String owner) {
        Map<String, List<Attribute>> sorted = new LinkedHashMap<>();
        List<Foreign> foreign = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Attribute attribute : attributes) {
            String name = attribute.name().text();
            AttributeType type = types.get(name);
            if (type != null && !own.contains(name)) {
                if (isNew(attribute, seen, type.repeatable())) {
                    foreign.add(new Foreign(attribute, type));
                }
            } else if (!own.contains(name)) {
                String mark = attribute.block() ? "@@" : "@";
                scope.report.error(
                        Codes.MISPLACED_ATTRIBUTE,
                        attribute.span(),
                        owner + " takes no " + attribute.label(),
                        own.size() == 1
                                ? "it takes " + mark + own.iterator().next() + " only"
                                : Suggest.nearest(name, own)
                                        .map(near -> "did you mean " + mark + near + "?")
                                        .orElseGet(() -> "it takes " + mark + String.join(", " + mark, own)));
            } else if (isNew(attribute, seen, REPEATABLE.contains(attribute.label()))) {
                sorted.computeIfAbsent(name, key -> new ArrayList<>()).add(attribute);
            }
        }
        return new Sorted(sorted, foreign);
    }

    /** Reports every attribute but {@code @map}, which alone an enum and its values take. */
    Optional<Attribute> mapOnly(List<Attribute> attributes, String owner) {
        Set<String> seen = new HashSet<>();
        Optional<Attribute> map = Optional.empty();
        for (Attribute attribute : attributes) {
            if (!attribute.name().text().equals("map")) {
                scope.report.error(
                        Codes.MISPLACED_ATTRIBUTE,
                        attribute.span(),
                        owner + " takes no " + attribute.label(),
                        "it takes " + (attribute.block() ? "@@map" : "@map") + " only");
            } else if (isNew(attribute, seen, false)) {
                map = Optional.of(attribute);
            }
        }
        return map;
    }

    private boolean isNew(Attribute attribute, Set<String> seen, boolean repeatable) {
        if (seen.add(attribute.name().text()) || repeatable) {
            return true;
        }
        scope.report.error(
                Codes.REPEATED_ATTRIBUTE, attribute.span(), attribute.label() + " stands here twice", "leave one out");
        return false;
    }

    private void refuseUnknown(Attribute attribute, Set<String> core, Target target) {
        Report report = scope.report;
        String name = attribute.name().text();
        boolean onField = target == Target.FIELD;
        Set<String> others = onField ? OF_MODELS : OF_FIELDS;
        Target otherTarget = onField ? Target.MODEL : Target.FIELD;
        Map<String, AttributeType> otherTypes = scope.vocabulary.attributes(otherTarget);
        if (others.contains(name) || otherTypes.containsKey(name)) {
            report.error(
                    Codes.MISPLACED_ATTRIBUTE,
                    attribute.span(),
                    attribute.label() + " is an attribute of " + (onField ? "models" : "fields") + ", not of "
                            + (onField ? "fields" : "models"),
                    onField
                            ? "write @@" + name + " on a line of its own in the model"
                            : "write @" + name + " behind the type of a field");
            return;
        }
        List<String> known = new ArrayList<>(core);
        known.addAll(scope.vocabulary.attributes(target).keySet());
        String mark = onField ? "@" : "@@";
        Optional<String> help = name.startsWith("db.")
                ? Optional.of("types are written directly: `Varchar(20)` in place of `String @db.VarChar(20)`")
                : Suggest.nearest(name, known).map(near -> "did you mean " + mark + near + "?");
        report.error(
                Codes.UNKNOWN_ATTRIBUTE,
                attribute.name().span(),
                "unknown attribute " + attribute.label(),
                help.or(() -> Optional.of("an attribute that an extension of the language brings needs that extension"
                        + " on the class path")));
    }
}
