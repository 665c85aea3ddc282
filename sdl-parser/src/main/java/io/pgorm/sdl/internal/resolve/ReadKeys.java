package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.resolve.ResolveSql.Reach;
import io.pgorm.sdl.internal.syntax.Name;
import io.pgorm.sdl.internal.syntax.StringValue;
import io.pgorm.sdl.internal.syntax.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what an index, an exclusion or a partition is over: fields and expressions, and what is said of each. */
final class ReadKeys {

    private static final String NOTHING = "_";

    private final Scope scope;
    private final ModelScope model;
    private final Arguments arguments;
    private final ReadFields fields;

    ReadKeys(Scope scope, ModelScope model, Arguments arguments) {
        this.scope = scope;
        this.model = model;
        this.arguments = arguments;
        this.fields = new ReadFields(scope);
    }

    /** The fields and expressions that an argument lists; none where one is wrong, which is reported. */
    Optional<List<Index.Target>> targets(String parameter, Value over, boolean repeats) {
        List<Index.Target> targets = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean sound = true;
        List<Value> items = Arguments.items(over);
        if (items.isEmpty()) {
            scope.report.error(
                    Codes.WRONG_ARGUMENT,
                    over.span(),
                    parameter + " of " + arguments.label() + " names no field",
                    "name at least one, or write an expression in a string");
            return Optional.empty();
        }
        for (Value item : items) {
            Optional<Index.Target> target = target(parameter, item);
            if (target.isPresent()
                    && target.get() instanceof Index.ColumnTarget(String column)
                    && !seen.add(column)
                    && !repeats) {
                fields.repeated(((Value.Word) item).name().text(), item.span(), arguments);
            }
            sound &= target.isPresent();
            target.ifPresent(targets::add);
        }
        return sound ? Optional.of(targets) : Optional.empty();
    }

    private Optional<Index.Target> target(String parameter, Value item) {
        return switch (item) {
            case StringValue string ->
                ResolveSql.expression(scope, model, Reach.ROW, string).map(Index.ExpressionTarget::new);
            case Value.Word(Name word) ->
                fields.column(model, word).map(column -> new Index.ColumnTarget(column.column()));
            case Value.Call(Name name, List<?> inner, SourceSpan span) -> {
                scope.report.error(
                        Codes.WRONG_ARGUMENT,
                        span,
                        "a field in " + arguments.label() + " takes no arguments of its own",
                        "an expression stands in a string: `\"" + name + "({field})\"`; order and operator"
                                + " class are `sort: [Desc]` and `ops: [name]`");
                yield Optional.empty();
            }
            default -> {
                arguments.wrong(item, parameter, "names of fields and expressions in strings");
                yield Optional.empty();
            }
        };
    }

    /** One for each key: {@code ops: x} for a single key, {@code ops: [a, _]} for several; with options in a string. */
    List<Optional<String>> operatorClasses(int count) {
        return perKey("ops", count, value -> switch (value) {
            case Value.Word(Name word) when word.text().equals(NOTHING) -> Optional.empty();
            case Value.Word(Name word) -> Optional.of(word.text());
            case StringValue string -> {
                Optional<String> read = ReadOperatorClass.read(string, scope.report);
                if (read.isEmpty()) {
                    arguments.refused();
                }
                yield read;
            }
            default -> {
                arguments.wrong(value, "ops", "names of operator classes");
                yield Optional.empty();
            }
        });
    }

    /** One for each key: {@code collate: ["C", _]}. */
    List<Optional<QualifiedName>> collations(int count) {
        return perKey("collate", count, value -> switch (value) {
            case Value.Word(Name word) when word.text().equals(NOTHING) -> Optional.empty();
            default -> arguments.databaseName(value, "collate").map(Arguments::qualified);
        });
    }

    /** One for each key, whatever it is; where nothing is given, nothing for each. */
    <T> List<Optional<T>> perKey(String parameter, int count, Function<Value, Optional<T>> read) {
        Optional<Value> value = arguments.value(parameter);
        if (value.isEmpty()) {
            return Collections.nCopies(count, Optional.empty());
        }
        List<Optional<T>> found =
                Arguments.items(value.get()).stream().map(read).toList();
        if (found.size() != count && count > 0) {
            arguments.refused();
            scope.report.error(
                    parameter.equals("ops") ? Codes.BAD_OPERATOR_CLASS : Codes.WRONG_ARGUMENT,
                    value.get().span(),
                    parameter + " has " + found.size() + (found.size() == 1 ? " value" : " values") + ", the " + what()
                            + " has " + count + (count == 1 ? " key" : " keys"),
                    "give one for each key: `" + parameter + ": [" + example(parameter) + "]`");
        }
        return found;
    }

    private String what() {
        return arguments.label().equals("@@exclude") ? "exclusion" : "index";
    }

    private static String example(String parameter) {
        return switch (parameter) {
            case "ops" -> "a, b";
            case "collate" -> "\"C\", _";
            case "with" -> "\"=\", \"&&\"";
            default -> "Asc, Desc";
        };
    }
}
