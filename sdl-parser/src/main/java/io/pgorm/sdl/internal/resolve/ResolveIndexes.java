package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SqlText;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Suggest;
import io.pgorm.sdl.internal.resolve.ModelScope.ColumnScope;
import io.pgorm.sdl.internal.resolve.ResolveSql.Reach;
import io.pgorm.sdl.internal.syntax.Attribute;
import io.pgorm.sdl.internal.syntax.Name;
import io.pgorm.sdl.internal.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Indexes: what they are over and how, without operator classes that are not written. */
final class ResolveIndexes {

    private static final List<String> OPTIONS = List.of(
            "name", "map", "type", "unique", "ops", "sort", "collate", "where", "include", "nullsNotDistinct", "with");
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
        ReadKeys read = new ReadKeys(scope, model, arguments);
        Optional<List<Index.Target>> targets = over.flatMap(value -> read.targets("fields", value, false));
        int count = over.map(value -> Arguments.items(value).size()).orElse(0);
        List<Optional<QualifiedName>> collations = read.collations(count);
        List<Optional<String>> classes = read.operatorClasses(count);
        List<Optional<String>> sorts = sorts(read, arguments, method, count);
        boolean unique = unique(arguments, method);
        boolean nullsNotDistinct = nullsNotDistinct(arguments, unique);
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
        if (targets.isEmpty() || !sound) {
            return;
        }
        List<Index.Key> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add(key(targets.get().get(i), collations.get(i), classes.get(i), sorts.get(i)));
        }
        List<String> parts = NameIndex.parts(targets.get());
        parts.addAll(ReadFields.columns(include));
        table.indexes.add(new Unnamed<>(
                name,
                table.stem(parts),
                "_idx",
                true,
                attribute.span(),
                attribute.documentation(),
                given -> new Index(
                        given,
                        unique,
                        method,
                        keys,
                        ReadFields.columns(include),
                        nullsNotDistinct,
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

    private List<Optional<String>> sorts(ReadKeys keys, Arguments arguments, String method, int count) {
        if (arguments.has("sort") && !SORTING.contains(method) && !method.isEmpty()) {
            notAllowed(arguments, "sort", method, "only a BTREE index keeps an order");
        }
        return keys.perKey("sort", count, value -> arguments.word(value, "sort", SORTS));
    }

    private boolean unique(Arguments arguments, String method) {
        boolean unique = arguments.bool("unique").orElse(false);
        if (unique && !method.equals("btree")) {
            notAllowed(arguments, "unique", method, "only a BTREE index can keep values from coming twice");
        }
        return unique;
    }

    private boolean nullsNotDistinct(Arguments arguments, boolean unique) {
        boolean notDistinct = arguments.bool("nullsNotDistinct").orElse(false);
        if (notDistinct && !unique) {
            arguments.refused();
            scope.report.error(
                    Codes.INDEX_OPTION_NOT_ALLOWED,
                    arguments.value("nullsNotDistinct").map(Value::span).orElse(arguments.span()),
                    "nullsNotDistinct: says which values are equal, and this index lets equal ones be",
                    "add `unique: true`, or leave it out");
        }
        return notDistinct;
    }

    private static Index.Key key(
            Index.Target target,
            Optional<QualifiedName> collation,
            Optional<String> operatorClass,
            Optional<String> sort) {
        String word = sort.orElse("");
        Optional<Index.Order> order = sort.map(each -> each.startsWith("Desc") ? Index.Order.DESC : Index.Order.ASC);
        Optional<Index.Nulls> nulls = word.endsWith("NullsFirst")
                ? Optional.of(Index.Nulls.FIRST)
                : word.endsWith("NullsLast") ? Optional.of(Index.Nulls.LAST) : Optional.empty();
        return new Index.Key(target, collation, operatorClass, order, nulls);
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
