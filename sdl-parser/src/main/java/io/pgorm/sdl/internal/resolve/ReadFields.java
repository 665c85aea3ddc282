package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.Constraint;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Suggest;
import io.pgorm.sdl.internal.resolve.ModelScope.ColumnScope;
import io.pgorm.sdl.internal.resolve.ModelScope.FieldScope;
import io.pgorm.sdl.internal.resolve.ModelScope.RelationScope;
import io.pgorm.sdl.internal.syntax.Name;
import io.pgorm.sdl.internal.syntax.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads arguments that name fields of a model. */
final class ReadFields {

    private final Scope scope;

    ReadFields(Scope scope) {
        this.scope = scope;
    }

    /** The fields that an argument lists, or nothing where one of them is wrong, which is reported. */
    Optional<List<ColumnScope>> list(ModelScope model, Arguments arguments, String parameter) {
        Optional<Value> value = arguments.value(parameter);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        List<ColumnScope> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean sound = true;
        List<Value> items = Arguments.items(value.get());
        if (items.isEmpty()) {
            scope.report.error(
                    Codes.WRONG_ARGUMENT,
                    value.get().span(),
                    parameter + " of " + arguments.label() + " names no field",
                    "name at least one: `[" + firstColumn(model) + "]`");
            return Optional.empty();
        }
        for (Value item : items) {
            Optional<ColumnScope> column = one(model, arguments, parameter, item);
            sound &= column.isPresent();
            if (column.isPresent() && !seen.add(column.get().name())) {
                sound = false;
                repeated(column.get().name(), item.span(), arguments);
            }
            column.ifPresent(found::add);
        }
        return sound ? Optional.of(found) : Optional.empty();
    }

    void repeated(String field, SourceSpan span, Arguments arguments) {
        scope.report.error(
                Codes.DUPLICATE_FIELD_IN_KEY,
                span,
                "the field " + field + " stands twice in " + arguments.label(),
                "leave one out");
    }

    private static String firstColumn(ModelScope model) {
        return model.columns().stream().findFirst().map(FieldScope::name).orElse("id");
    }

    private Optional<ColumnScope> one(ModelScope model, Arguments arguments, String parameter, Value item) {
        if (item instanceof Value.Word(Name word)) {
            return column(model, word);
        }
        if (item instanceof Value.Call(Name name, List<?> inner, SourceSpan span)) {
            scope.report.error(
                    Codes.WRONG_ARGUMENT,
                    span,
                    "a field in " + arguments.label() + " takes no arguments of its own",
                    "write " + name + " alone; the order is `sort: [Desc]`, the operator class `ops: [name]`");
        } else {
            arguments.wrong(item, parameter, "names of fields");
        }
        return Optional.empty();
    }

    /** The field of that name, if it is a column; else that is reported. */
    Optional<ColumnScope> column(ModelScope model, Name name) {
        FieldScope field = model.fields().get(name.text());
        return switch (field) {
            case ColumnScope column -> Optional.of(column);
            case RelationScope relation -> {
                scope.report.error(
                        Codes.BAD_KEY_FIELD,
                        name.span(),
                        name + " is a relation, which has no column",
                        "name the field that holds its key");
                yield Optional.empty();
            }
            case null -> {
                if (model.namesKnown()) {
                    List<String> known =
                            model.columns().stream().map(FieldScope::name).toList();
                    scope.report.error(
                            Codes.UNKNOWN_FIELD,
                            name.span(),
                            "the " + model.what() + " " + model.name() + " has no field " + name,
                            Suggest.didYouMean(name.text(), known, Optional.empty()));
                }
                yield Optional.empty();
            }
        };
    }

    /** {@code deferrable: true} or {@code deferrable: deferred}. */
    static Constraint.Deferral deferral(Arguments arguments) {
        return arguments
                .word("deferrable", List.of("true", "false", "deferred"))
                .map(word -> switch (word) {
                    case "true" -> Constraint.Deferral.DEFERRABLE;
                    case "deferred" -> Constraint.Deferral.INITIALLY_DEFERRED;
                    default -> Constraint.Deferral.NOT_DEFERRABLE;
                })
                .orElse(Constraint.Deferral.NOT_DEFERRABLE);
    }

    /** The name under {@code name:} or, as Prisma has it, {@code map:}. */
    static Optional<Name> constraintName(Arguments arguments) {
        Optional<Name> name = arguments.databaseName("name");
        Optional<Name> map = arguments.databaseName("map");
        return name.or(() -> map);
    }

    static List<String> columns(List<ColumnScope> fields) {
        return fields.stream().map(ColumnScope::column).toList();
    }
}
