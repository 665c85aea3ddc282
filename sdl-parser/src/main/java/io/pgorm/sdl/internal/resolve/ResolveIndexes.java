package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.Index;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Suggest;
import io.pgorm.sdl.internal.resolve.ModelScope.ColumnScope;
import io.pgorm.sdl.internal.resolve.ResolveSql.Reach;
import io.pgorm.sdl.internal.syntax.Attribute;
import io.pgorm.sdl.internal.syntax.Name;
import io.pgorm.sdl.internal.syntax.StringValue;
import io.pgorm.sdl.internal.syntax.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Indexes: what they are over and how, without operator classes that are not written. */
final class ResolveIndexes {

    private static final List<String> OPTIONS =
            List.of("name", "map", "type", "ops", "sort", "where", "include", "with");
    private static final List<String> SORTS =
            List.of("Asc", "Desc", "AscNullsFirst", "AscNullsLast", "DescNullsFirst", "DescNullsLast");
    private static final Set<String> SINGLE_KEY = Set.of("hash", "spgist");
    private static final Set<String> SORTING = Set.of("btree");
    private static final Set<String> INCLUDING = Set.of("btree", "gist", "spgist");

    private final Scope scope;
    private final ModelScope model;
    private final TableDraft table;
    private final ReadFields fields;

    ResolveIndexes(Scope scope, ModelScope model, TableDraft table) {
        this.scope = scope;
        this.model = model;
        this.table = table;
        this.fields = new ReadFields(scope);
    }

    void resolve(Attribute attribute) {
        Arguments arguments = Arguments.read(attribute, List.of("fields"), OPTIONS, scope.report);
        Optional<Value> over = arguments.required("fields", "@@index([first, second])");
        String method = method(arguments);
        Optional<List<Index.Target>> targets = over.flatMap(value -> targets(arguments, value));
        int count = over.map(value -> Arguments.items(value).size()).orElse(0);
        List<Optional<String>> classes = operatorClasses(arguments, count);
        List<Optional<String>> sorts = sorts(arguments, method, count);
        Optional<Name> name = ReadFields.constraintName(arguments);
        Optional<SqlText> where =
                arguments.string("where").flatMap(string -> ResolveSql.expression(scope, model, Reach.ROW, string));
        List<ColumnScope> include = fields.list(model, arguments, "include").orElse(List.of());
        Map<String, String> with = ReadStorageParameters.read(arguments, scope.report);
        if (arguments.has("include") && !INCLUDING.contains(method)) {
            notAllowed(arguments, "include", method, "only BTREE, GIST and SPGIST carry further columns");
        }
        if (SINGLE_KEY.contains(method) && count > 1) {
            notAllowed(arguments, "fields", method, "make one index for each, or use BTREE");
        }
        if (count + include.size() > ResolveKeys.MAX_KEYS) {
            scope.report.error(
                    Codes.BAD_KEY_FIELD,
                    attribute.span(),
                    "an index has at most " + ResolveKeys.MAX_KEYS + " fields in PostgreSQL");
        }
        boolean sound = arguments.sound() && arguments.has("where") == where.isPresent();
        if (targets.isEmpty() || !sound || classes.size() != count || sorts.size() != count) {
            return;
        }
        List<Index.Key> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add(key(targets.get().get(i), classes.get(i), sorts.get(i)));
        }
        List<String> parts = NameIndex.parts(targets.get());
        parts.addAll(ReadFields.columns(include));
        table.indexes.add(new Unnamed<>(
                name,
                table.stem(parts),
                "_idx",
                true,
                attribute.span(),
                given -> new Index(
                        given,
                        false,
                        method,
                        keys,
                        ReadFields.columns(include),
                        false,
                        where,
                        with,
                        attribute.span())));
    }

    private String method(Arguments arguments) {
        Optional<Value> type = arguments.value("type");
        if (type.isEmpty()) {
            return "btree";
        }
        if (!(type.get() instanceof Value.Word(Name word))) {
            arguments.wrong(type.get(), "type", "a word");
            return "";
        }
        String method = word.text().toLowerCase(Locale.ROOT);
        if (!scope.vocabulary.indexMethods().containsKey(method)) {
            List<String> known = scope.vocabulary.indexMethods().keySet().stream()
                    .map(each -> each.toUpperCase(Locale.ROOT))
                    .toList();
            scope.report.error(
                    Codes.UNKNOWN_INDEX_METHOD,
                    word.span(),
                    "there is no index method " + word,
                    Suggest.nearest(word.text(), known)
                            .map(near -> "did you mean " + near + "?")
                            .orElse("there are " + String.join(", ", known)
                                    + "; one that an extension of the language brings needs it on the class path"));
            return "";
        }
        return method;
    }

    private Optional<List<Index.Target>> targets(Arguments arguments, Value over) {
        List<Index.Target> targets = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean sound = true;
        List<Value> items = Arguments.items(over);
        if (items.isEmpty()) {
            scope.report.error(
                    Codes.WRONG_ARGUMENT,
                    over.span(),
                    "fields of @@index names no field",
                    "name at least one, or write an expression in a string");
            return Optional.empty();
        }
        for (Value item : items) {
            Optional<Index.Target> target = switch (item) {
                case StringValue string ->
                    ResolveSql.expression(scope, model, Reach.ROW, string).map(Index.ExpressionTarget::new);
                case Value.Word(Name word) ->
                    fields.column(model, word).map(column -> {
                        if (!seen.add(column.name())) {
                            fields.repeated(column.name(), item.span(), arguments);
                        }
                        return new Index.ColumnTarget(column.column());
                    });
                case Value.Call(Name name, List<?> inner, SourceSpan span) -> {
                    scope.report.error(
                            Codes.WRONG_ARGUMENT,
                            span,
                            "a field in @@index takes no arguments of its own",
                            "an expression stands in a string: `\"" + name + "({field})\"`; order and operator"
                                    + " class are `sort: [Desc]` and `ops: [name]`");
                    yield Optional.empty();
                }
                default -> {
                    arguments.wrong(item, "fields", "names of fields and expressions in strings");
                    yield Optional.empty();
                }
            };
            sound &= target.isPresent();
            target.ifPresent(targets::add);
        }
        return sound ? Optional.of(targets) : Optional.empty();
    }

    /** One for each key: {@code ops: x} for a single key, {@code ops: [a, b]} for several. */
    private List<Optional<String>> operatorClasses(Arguments arguments, int count) {
        return perKey(arguments, "ops", count, value -> {
            if (value instanceof Value.Word(Name word)) {
                return Optional.of(word.text());
            }
            arguments.wrong(value, "ops", "names of operator classes");
            return Optional.empty();
        });
    }

    private List<Optional<String>> sorts(Arguments arguments, String method, int count) {
        if (arguments.has("sort") && !SORTING.contains(method) && !method.isEmpty()) {
            notAllowed(arguments, "sort", method, "only a BTREE index keeps an order");
        }
        return perKey(arguments, "sort", count, value -> arguments.word(value, "sort", SORTS));
    }

    private List<Optional<String>> perKey(
            Arguments arguments,
            String parameter,
            int count,
            java.util.function.Function<Value, Optional<String>> read) {
        Optional<Value> value = arguments.value(parameter);
        if (value.isEmpty()) {
            return java.util.Collections.nCopies(count, Optional.empty());
        }
        List<Optional<String>> found =
                Arguments.items(value.get()).stream().map(read).toList();
        if (found.size() != count && count > 0) {
            scope.report.error(
                    parameter.equals("ops") ? Codes.BAD_OPERATOR_CLASS : Codes.WRONG_ARGUMENT,
                    value.get().span(),
                    parameter + " has " + found.size() + (found.size() == 1 ? " value" : " values") + ", the index has "
                            + count + (count == 1 ? " key" : " keys"),
                    "give one for each key: `" + parameter + ": [" + (parameter.equals("ops") ? "a, b" : "Asc, Desc")
                            + "]`");
        }
        return found;
    }

    private static Index.Key key(Index.Target target, Optional<String> operatorClass, Optional<String> sort) {
        String word = sort.orElse("");
        Optional<Index.Order> order = sort.map(each -> each.startsWith("Desc") ? Index.Order.DESC : Index.Order.ASC);
        Optional<Index.Nulls> nulls = word.endsWith("NullsFirst")
                ? Optional.of(Index.Nulls.FIRST)
                : word.endsWith("NullsLast") ? Optional.of(Index.Nulls.LAST) : Optional.empty();
        return new Index.Key(target, operatorClass, order, nulls);
    }

    private void notAllowed(Arguments arguments, String parameter, String method, String help) {
        arguments.refused();
        if (!method.isEmpty()) {
            scope.report.error(
                    Codes.INDEX_OPTION_NOT_ALLOWED,
                    arguments.value(parameter).map(Value::span).orElse(arguments.span()),
                    "an index of type " + method.toUpperCase(Locale.ROOT) + " takes no "
                            + (parameter.equals("fields") ? "second key" : parameter + ":"),
                    help);
        }
    }
}
