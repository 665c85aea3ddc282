package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RangeType;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.pass.DefaultOperatorClasses;
import io.pgorm.sdl.internal.resolve.SortAttributes.Sorted;
import io.pgorm.sdl.internal.syntax.Argument;
import io.pgorm.sdl.internal.syntax.Attribute;
import io.pgorm.sdl.internal.syntax.Declaration;
import io.pgorm.sdl.internal.syntax.Declaration.TypeUse;
import io.pgorm.sdl.internal.syntax.Name;
import io.pgorm.sdl.internal.syntax.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Range types: a {@code type} with {@code @@range}. */
final class ResolveRange {

    private static final String RANGE = "range";
    private static final List<String> OPTIONS =
            List.of("multirange", "operatorClass", "collate", "canonical", "difference");

    private final Scope scope;
    private final SortAttributes sort;
    private final Satellites satellites;

    ResolveRange(Scope scope) {
        this.scope = scope;
        this.sort = new SortAttributes(scope);
        this.satellites = new Satellites(scope);
    }

    static boolean isRange(Declaration.Composite node) {
        return node.attributes().stream()
                .anyMatch(attribute -> attribute.name().text().equals(RANGE));
    }

    /** The type between the bounds, as {@code @@range} names it. */
    static Optional<TypeUse> subtype(Attribute attribute) {
        return attribute.name().text().equals(RANGE)
                ? attribute.arguments().stream()
                        .filter(argument -> argument.label().isEmpty()
                                || argument.label().get().text().equals("subtype"))
                        .findFirst()
                        .map(Argument::value)
                        .flatMap(ResolveRange::type)
                : Optional.empty();
    }

    private static Optional<TypeUse> type(Value value) {
        return switch (value) {
            case Value.Word(Name name) -> Optional.of(new TypeUse(name, List.of(), 0, 0, false, name.span()));
            case Value.Call call -> Optional.of(new TypeUse(call.name(), call.arguments(), 0, 0, false, call.span()));
            default -> Optional.empty();
        };
    }

    Optional<RangeType> resolve(Declaration.Composite node, QualifiedName name) {
        Set<String> own = new LinkedHashSet<>(List.of(RANGE));
        own.addAll(Satellites.names(ObjectName.Kind.TYPE));
        Sorted attributes = sort.of(node.attributes(), own, "a range type");
        scope.said.addAll(satellites.read(attributes, ObjectName.of(ObjectName.Kind.TYPE, name)));
        for (Declaration.Field field : node.fields()) {
            scope.report.error(
                    Codes.UNEXPECTED,
                    field.name().span(),
                    "a range has no fields, only its two bounds",
                    "leave the field out, or leave out @@range for a composite type");
        }
        return attributes.first(RANGE).flatMap(range -> range(node, name, range));
    }

    private Optional<RangeType> range(Declaration.Composite node, QualifiedName name, Attribute attribute) {
        Arguments arguments = Arguments.read(attribute, List.of("subtype"), OPTIONS, scope.report);
        Optional<Value> of = arguments.required("subtype", "@@range(Int)");
        Optional<TypeUse> use = subtype(attribute);
        if (of.isPresent() && use.isEmpty()) {
            arguments.wrong(of.get(), "subtype", "a type");
        }
        Optional<ColumnType> subtype = use.flatMap(each -> new ResolveType(scope).resolve(each, Optional.empty()))
                .filter(type -> isOrdered(type, use.get(), arguments));
        Optional<QualifiedName> collation = arguments.qualifiedName("collate");
        if (collation.isPresent() && subtype.isPresent() && !TypeTraits.isCollatable(scope.base(subtype.get()))) {
            scope.report.error(
                    Codes.NO_COLLATION,
                    arguments.value("collate").map(Value::span).orElse(attribute.span()),
                    "values of this type are no text, so no collation is for them",
                    "leave out collate:");
        }
        Optional<QualifiedName> multirange = arguments
                .qualifiedName("multirange")
                .map(given -> given.schema().equals(QualifiedName.DEFAULT_SCHEMA)
                        ? new QualifiedName(name.schema(), given.name())
                        : given);
        Optional<QualifiedName> operatorClass = arguments.qualifiedName("operatorClass");
        Optional<QualifiedName> canonical = function(arguments, "canonical");
        Optional<QualifiedName> difference = function(arguments, "difference");
        return subtype.filter(type -> arguments.sound())
                .map(type -> new RangeType(
                        name,
                        node.name().text(),
                        type,
                        multirange,
                        operatorClass,
                        collation,
                        canonical,
                        difference,
                        node.documentation(),
                        node.span()));
    }

    private boolean isOrdered(ColumnType type, TypeUse use, Arguments arguments) {
        boolean serial = ResolveType.isSerial(type);
        boolean ordered = arguments.has("operatorClass")
                || DefaultOperatorClasses.exists("btree", scope.base(type)) != DefaultOperatorClasses.Answer.NO;
        if (serial || !ordered) {
            scope.report.error(
                    Codes.WRONG_ARGUMENT,
                    use.span(),
                    serial
                            ? use.name() + " is a column with a sequence, not a type that a range can be over"
                            : "values of type " + use.name()
                                    + " have no order in PostgreSQL, so there is no range of them",
                    serial ? "write Int or BigInt" : "name an operator class of btree: `operatorClass: \"x_ops\"`");
        }
        return ordered && !serial;
    }

    /** A function of the schema by its word, or one of the database. */
    private Optional<QualifiedName> function(Arguments arguments, String parameter) {
        return arguments.value(parameter).flatMap(value -> {
            QualifiedName declared = value instanceof Value.Word(Name word) ? scope.routines.get(word.text()) : null;
            return declared != null ? Optional.of(declared) : arguments.qualifiedName(parameter);
        });
    }

    /** The name of the multirange type that PostgreSQL makes beside a range. */
    static QualifiedName multirange(RangeType range) {
        return range.multirange().orElseGet(() -> {
            String name = range.name().name();
            String derived = name.contains(RANGE) ? name.replaceFirst(RANGE, "multirange") : name + "_multirange";
            return new QualifiedName(range.name().schema(), derived);
        });
    }
}
