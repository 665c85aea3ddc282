package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.EnumType;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.resolve.SortAttributes.Sorted;
import io.pgorm.sdl.internal.syntax.Attribute;
import io.pgorm.sdl.internal.syntax.Declaration;
import io.pgorm.sdl.internal.syntax.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** First stage: which models, types, functions and so on there are, and what they are called in the database. */
final class DeclareNames {

    private static final Set<String> OF_VALUES = new LinkedHashSet<>(List.of("map", "renamedFrom"));

    private final Scope scope;
    private final SortAttributes sort;
    private final Satellites satellites;
    private final Map<String, SourceSpan> declared = new HashMap<>();

    DeclareNames(Scope scope) {
        this.scope = scope;
        this.sort = new SortAttributes(scope);
        this.satellites = new Satellites(scope);
    }

    void declare(List<Declaration> declarations) {
        // what others say of themselves names roles and schemas
        for (Declaration declaration : declarations) {
            switch (declaration) {
                case Declaration.Role role -> declareGlobal(role, "role", scope.roles);
                case Declaration.Namespace namespace -> declareGlobal(namespace, "schema", scope.schemas);
                default -> {}
            }
        }
        declarations.forEach(this::declareInSchema);
    }

    private void declareGlobal(Declaration.Named node, String what, Map<String, String> names) {
        if (isNew(node.name(), what)) {
            scope.accepted.add(node);
            String name = satellites.ownName(
                    node.attributes(), Names.snake(node.name().text()));
            names.put(node.name().text(), name);
        }
    }

    private void declareInSchema(Declaration declaration) {
        switch (declaration) {
            case Declaration.Model model -> {
                if (isFree(model.name(), "model")) {
                    scope.accepted.add(model);
                    scope.models.put(model.name().text(), new ModelScope(model, table(model)));
                }
            }
            case Declaration.View view -> {
                if (isFree(view.name(), "view")) {
                    scope.accepted.add(view);
                    scope.views.put(view.name().text(), ModelScope.of(view, table(view)));
                }
            }
            case Declaration.Enumeration enumeration -> {
                if (isFree(enumeration.name(), "enum")) {
                    scope.accepted.add(enumeration);
                    scope.enums.put(enumeration.name().text(), enumType(enumeration));
                }
            }
            case Declaration.Composite composite -> {
                if (isFree(composite.name(), "type")) {
                    scope.accepted.add(composite);
                    scope.types.put(composite.name().text(), name(composite));
                }
            }
            case Declaration.Domain domain -> {
                if (isFree(domain.name(), "domain")) {
                    scope.accepted.add(domain);
                    scope.types.put(domain.name().text(), name(domain));
                }
            }
            case Declaration.Sequence sequence -> {
                if (isNew(sequence.name(), "sequence")) {
                    scope.accepted.add(sequence);
                    scope.sequences.put(sequence.name().text(), name(sequence));
                }
            }
            // several of one name are told apart by their arguments
            case Declaration.Routine routine ->
                scope.routines.putIfAbsent(routine.name().text(), name(routine));
            case Declaration.Role role -> {}
            case Declaration.Namespace namespace -> {}
            case Declaration.Session session -> {}
            case Declaration.Extension extension -> {}
            case Declaration.Sql block -> {}
        }
    }

    private QualifiedName table(Declaration.Named node) {
        return satellites.name(node.attributes(), Names.table(node.name().text()));
    }

    private QualifiedName name(Declaration.Named node) {
        return satellites.name(node.attributes(), Names.snake(node.name().text()));
    }

    /** Whether nothing else of its kind has the name. */
    private boolean isNew(Name name, String what) {
        SourceSpan before = declared.putIfAbsent(what + " " + name.text(), name.span());
        if (before != null) {
            scope.report.error(
                    Codes.DUPLICATE_NAME,
                    name.span(),
                    "the " + what + " " + name + " is already declared at " + Report.place(before),
                    "give one of the two another name");
        }
        return before == null;
    }

    private boolean isFree(Name name, String what) {
        SourceSpan before = declared.putIfAbsent(name.text(), name.span());
        if (before != null) {
            scope.report.error(
                    Codes.DUPLICATE_NAME,
                    name.span(),
                    name + " is already declared at " + Report.place(before),
                    "give one of the two another name");
            return false;
        }
        String text = name.text();
        if (scope.vocabulary.types().containsKey(text) || text.equals("Pg")) {
            scope.report.error(
                    Codes.DUPLICATE_NAME,
                    name.span(),
                    text + " is a type of the language, so no " + what + " can be named so",
                    "choose another name; " + map(what) + " keeps the one in the database");
        } else if (!Character.isUpperCase(text.codePointAt(0))) {
            String better = Character.isLetter(text.codePointAt(0))
                    ? text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1)
                    : "a name that begins with a capital";
            scope.report.error(
                    Codes.BAD_NAME_STYLE,
                    name.span(),
                    "the name of " + (what.equals("enum") ? "an " : "a ") + what + " begins with an upper-case letter",
                    "write " + better + "; " + map(what) + "(\"" + text + "\") keeps the name in the database");
        }
        return true;
    }

    private static String map(String what) {
        return what.equals("domain") ? "@map" : "@@map";
    }

    /** The name in a {@code @map} or {@code @@map}. */
    static Optional<Name> givenName(Scope scope, Attribute attribute) {
        Arguments arguments = Arguments.read(attribute, List.of("name"), List.of(), scope.report);
        arguments.required("name", attribute.label() + "(\"name_in_the_database\")");
        return arguments.databaseName("name");
    }

    private EnumType enumType(Declaration.Enumeration enumeration) {
        String name = enumeration.name().text();
        if (!enumeration.complete()) {
            scope.incompleteEnums.add(name);
        } else if (enumeration.values().isEmpty()) {
            scope.report.error(
                    Codes.EMPTY_BLOCK,
                    enumeration.name().span(),
                    "the enum " + name + " has no values",
                    "write each value on a line of its own");
        }
        QualifiedName mapped = name(enumeration);
        Map<String, SourceSpan> labels = new HashMap<>();
        Map<String, EnumType.Value> values = new LinkedHashMap<>();
        for (Declaration.EnumValue value : enumeration.values()) {
            enumValue(name, mapped, value, values, labels);
        }
        Sorted attributes = sort.of(enumeration.attributes(), Satellites.names(ObjectName.Kind.TYPE), "an enum");
        scope.said.addAll(satellites.read(attributes, ObjectName.of(ObjectName.Kind.TYPE, mapped)));
        return new EnumType(
                mapped,
                name,
                new ArrayList<>(values.values()),
                enumeration.documentation(),
                enumeration.name().span());
    }

    private void enumValue(
            String owner,
            QualifiedName type,
            Declaration.EnumValue value,
            Map<String, EnumType.Value> values,
            Map<String, SourceSpan> labels) {
        Name name = value.name();
        EnumType.Value before = values.get(name.text());
        if (before != null) {
            scope.report.error(
                    Codes.DUPLICATE_NAME,
                    name.span(),
                    owner + " already has a value " + name + " at " + Report.place(before.span()));
            return;
        }
        CheckName.javaField(
                name, "value of an enum", "rename it and keep its label with @map(\"" + name + "\")", scope.report);
        Sorted attributes = sort.of(value.attributes(), OF_VALUES, "a value of an enum");
        if (!attributes.has("map") && !CheckName.database(name.text(), name.span(), scope.report)) {
            return;
        }
        String label = attributes.has("map") ? satellites.ownName(value.attributes(), name.text()) : name.text();
        SourceSpan taken = labels.putIfAbsent(label, name.span());
        if (taken != null) {
            scope.report.error(
                    Codes.DATABASE_NAME_TAKEN,
                    name.span(),
                    owner + " already has the label \"" + label + "\" in the database, from " + Report.place(taken));
            return;
        }
        attributes
                .first("renamedFrom")
                .flatMap(from -> satellites.renamed(from, ObjectName.part(ObjectName.Kind.TYPE, type, label)))
                .ifPresent(scope.said::add);
        values.put(name.text(), new EnumType.Value(name.text(), label, value.documentation(), name.span()));
    }
}
