package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Sequence;
import io.pgorm.ir.SequenceOptions;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Suggest;
import io.pgorm.sdl.internal.resolve.ModelScope.ColumnScope;
import io.pgorm.sdl.internal.resolve.SortAttributes.Sorted;
import io.pgorm.sdl.internal.syntax.Attribute;
import io.pgorm.sdl.internal.syntax.Declaration;
import io.pgorm.sdl.internal.syntax.Name;
import io.pgorm.sdl.internal.syntax.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Sequences that are declared. */
final class ResolveSequence {

    private static final List<String> OWN =
            List.of("as", "start", "increment", "min", "max", "cache", "cycle", "unlogged", "ownedBy");

    private final Scope scope;
    private final SortAttributes sort;
    private final Satellites satellites;

    ResolveSequence(Scope scope) {
        this.scope = scope;
        this.sort = new SortAttributes(scope);
        this.satellites = new Satellites(scope);
    }

    Sequence resolve(Declaration.Sequence node, QualifiedName name) {
        Set<String> own = new LinkedHashSet<>(OWN);
        own.addAll(Satellites.names(ObjectName.Kind.SEQUENCE));
        Sorted attributes = sort.of(node.attributes(), own, "a sequence");
        for (String flag : List.of("cycle", "unlogged")) {
            attributes.first(flag).ifPresent(each -> Arguments.read(each, List.of(), List.of(), scope.report));
        }
        scope.said.addAll(satellites.read(attributes, ObjectName.of(ObjectName.Kind.SEQUENCE, name)));
        SequenceOptions options = new SequenceOptions(
                attributes.first("as").flatMap(this::type),
                number(attributes, "start"),
                number(attributes, "increment"),
                number(attributes, "min"),
                number(attributes, "max"),
                number(attributes, "cache"),
                attributes.has("cycle"));
        new CheckSequence(scope).check(options, node.span());
        return new Sequence(
                name,
                options,
                attributes.first("ownedBy").flatMap(attribute -> owner(attribute, name)),
                attributes.has("unlogged"),
                node.documentation(),
                node.span());
    }

    private Optional<String> type(Attribute attribute) {
        Arguments arguments = Arguments.read(attribute, List.of("type"), List.of(), scope.report);
        arguments.required("type", "@as(Int)");
        return arguments.word("type", List.of("SmallInt", "Int", "BigInt")).map(word -> switch (word) {
            case "SmallInt" -> "smallint";
            case "Int" -> "integer";
            default -> "bigint";
        });
    }

    private OptionalLong number(Sorted attributes, String name) {
        Optional<Attribute> attribute = attributes.first(name);
        if (attribute.isEmpty()) {
            return OptionalLong.empty();
        }
        Arguments arguments = Arguments.read(attribute.get(), List.of("value"), List.of(), scope.report);
        Optional<Value> value = arguments.required("value", "@" + name + "(1)");
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        if (value.get() instanceof Value.Number(String text, SourceSpan span)) {
            try {
                return OptionalLong.of(Long.parseLong(text));
            } catch (NumberFormatException e) {
                scope.report.error(
                        Codes.WRONG_ARGUMENT,
                        span,
                        "a sequence counts in whole numbers of 64 bits, and " + text + " is none",
                        "write a whole number");
                return OptionalLong.empty();
            }
        }
        arguments.wrong(value.get(), "value", "a whole number");
        return OptionalLong.empty();
    }

    /** {@code Order.number}, a field of a model in the same schema of the database. */
    private Optional<Sequence.Owner> owner(Attribute attribute, QualifiedName sequence) {
        Arguments arguments = Arguments.read(attribute, List.of("field"), List.of(), scope.report);
        Optional<Value> field = arguments.required("field", "@ownedBy(Order.number)");
        if (field.isEmpty()) {
            return Optional.empty();
        }
        if (!(field.get() instanceof Value.Word(Name word)) || word.text().indexOf('.') < 0) {
            arguments.wrong(field.get(), "field", "a field of a model, `Order.number`");
            return Optional.empty();
        }
        int dot = word.text().indexOf('.');
        String modelName = word.text().substring(0, dot);
        ModelScope model = scope.models.get(modelName);
        if (model == null) {
            scope.report.error(
                    Codes.UNKNOWN_REFERENCE,
                    word.span(),
                    "there is no model " + modelName,
                    Suggest.didYouMean(modelName, scope.models.keySet(), Optional.empty()));
            return Optional.empty();
        }
        Optional<ColumnScope> column =
                new ReadFields(scope).column(model, new Name(word.text().substring(dot + 1), word.span()));
        if (!model.table().schema().equals(sequence.schema())) {
            scope.report.error(
                    Codes.BAD_SEQUENCE,
                    word.span(),
                    "a sequence is in the schema of the table that owns it, and " + modelName + " is in \""
                            + model.table().schema() + "\", not in \"" + sequence.schema() + "\"",
                    "write `@schema(\"" + model.table().schema() + "\")`");
            return Optional.empty();
        }
        return column.map(each -> new Sequence.Owner(model.table(), each.column()));
    }
}
