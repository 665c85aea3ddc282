package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.EnumType;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.Identifiers;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.syntax.Attribute;
import io.pgorm.sdl.internal.syntax.Declaration;
import io.pgorm.sdl.internal.syntax.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** First stage: which models and enums there are, and what they are called in the database. */
final class DeclareNames {

    private final Scope scope;
    private final SortAttributes sort;
    private final Map<String, SourceSpan> declared = new HashMap<>();

    DeclareNames(Scope scope) {
        this.scope = scope;
        this.sort = new SortAttributes(scope);
    }

    void declare(List<Declaration> declarations) {
        for (Declaration declaration : declarations) {
            switch (declaration) {
                case Declaration.Model model -> {
                    if (isFree(model.name(), "model")) {
                        scope.models.put(model.name().text(), new ModelScope(model, table(model)));
                    }
                }
                case Declaration.Enumeration enumeration -> {
                    if (isFree(enumeration.name(), "enum")) {
                        scope.enums.put(enumeration.name().text(), enumType(enumeration));
                    }
                }
                case Declaration.Session session -> {}
                case Declaration.Extension extension -> {}
                default ->
                    scope.report.error(
                            Codes.NOT_SUPPORTED_YET, declaration.span(), "this declaration is not supported yet");
            }
        }
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
                    "choose another name; @@map keeps the one in the database");
        } else if (!Character.isUpperCase(text.codePointAt(0))) {
            String better = Character.isLetter(text.codePointAt(0))
                    ? text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1)
                    : "a name that begins with a capital";
            scope.report.error(
                    Codes.BAD_NAME_STYLE,
                    name.span(),
                    "the name of " + (what.equals("enum") ? "an enum" : "a model")
                            + " begins with an upper-case letter",
                    "write " + better + "; @@map(\"" + text + "\") keeps the name in the database");
        }
        return true;
    }

    private QualifiedName table(Declaration.Model model) {
        return new Satellites(scope)
                .name(model.attributes(), Names.table(model.name().text()));
    }

    /** The name that the attribute gives, or the one that follows from the author's. */
    private String mapped(Optional<Attribute> map, String derived) {
        return map.flatMap(attribute -> givenName(scope, attribute))
                .map(Name::text)
                .orElseGet(() -> Identifiers.shorten(derived, ""));
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
        Map<String, SourceSpan> labels = new HashMap<>();
        Map<String, EnumType.Value> values = new LinkedHashMap<>();
        for (Declaration.EnumValue value : enumeration.values()) {
            enumValue(name, value, values, labels);
        }
        String mapped = mapped(sort.mapOnly(enumeration.attributes(), "an enum"), Names.snake(name));
        return new EnumType(
                QualifiedName.of(mapped),
                name,
                new ArrayList<>(values.values()),
                enumeration.documentation(),
                enumeration.name().span());
    }

    private void enumValue(
            String owner,
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
        boolean bare = value.attributes().isEmpty();
        if (bare && !CheckName.database(name.text(), name.span(), scope.report)) {
            return;
        }
        String label = mapped(sort.mapOnly(value.attributes(), "a value of an enum"), name.text());
        SourceSpan taken = labels.putIfAbsent(label, name.span());
        if (taken != null) {
            scope.report.error(
                    Codes.DATABASE_NAME_TAKEN,
                    name.span(),
                    owner + " already has the label \"" + label + "\" in the database, from " + Report.place(taken));
            return;
        }
        values.put(name.text(), new EnumType.Value(name.text(), label, value.documentation(), name.span()));
    }
}
