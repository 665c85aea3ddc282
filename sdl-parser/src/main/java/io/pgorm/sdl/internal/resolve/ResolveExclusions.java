package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.Constraint;
import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SqlText;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.resolve.ModelScope.ColumnScope;
import io.pgorm.sdl.internal.resolve.ResolveSql.Reach;
import io.pgorm.sdl.internal.syntax.Attribute;
import io.pgorm.sdl.internal.syntax.Name;
import io.pgorm.sdl.internal.syntax.StringValue;
import io.pgorm.sdl.internal.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Exclusion constraints: no two rows that are alike by all the operators. */
final class ResolveExclusions {

    private static final List<String> OPTIONS =
            List.of("with", "name", "map", "type", "ops", "collate", "where", "include", "deferrable");
    private static final List<String> METHODS = List.of("gist", "btree", "hash", "spgist");
    private static final Pattern OPERATOR = Pattern.compile(
            "[-+*/<>=~!@#%^&|`?]+|(?i:operator)\\s*\\(\\s*[\\p{L}_][\\w$]*\\s*\\.\\s*[-+*/<>=~!@#%^&|`?]+\\s*\\)");

    private final Scope scope;
    private final ModelScope model;
    private final TableDraft table;

    ResolveExclusions(Scope scope, ModelScope model, TableDraft table) {
        this.scope = scope;
        this.model = model;
        this.table = table;
    }

    void resolve(Attribute attribute) {
        Arguments arguments = Arguments.read(attribute, List.of("fields"), OPTIONS, scope.report);
        String example = "@@exclude([room, during], with: [\"=\", \"&&\"])";
        Optional<Value> over = arguments.required("fields", example);
        arguments.required("with", example);
        ReadKeys read = new ReadKeys(scope, model, arguments);
        Optional<List<Index.Target>> targets = over.flatMap(value -> read.targets("fields", value, true));
        int count = over.map(value -> Arguments.items(value).size()).orElse(0);
        List<Optional<String>> operators = read.perKey("with", count, value -> operator(arguments, value));
        List<Optional<String>> classes = read.operatorClasses(count);
        List<Optional<QualifiedName>> collations = read.collations(count);
        String method = arguments.word("type", METHODS).orElse("gist");
        Optional<Name> name = ReadFields.constraintName(arguments);
        Optional<SqlText> where =
                arguments.string("where").flatMap(string -> ResolveSql.expression(scope, model, Reach.ROW, string));
        List<ColumnScope> include =
                new ReadFields(scope).list(model, arguments, "include").orElse(List.of());
        Constraint.Deferral deferral = ReadFields.deferral(arguments);
        if (!include.isEmpty() && method.equals("hash")) {
            refuse(arguments, "include", "an exclusion of type HASH carries no further columns");
        }
        if (count > 1 && (method.equals("hash") || method.equals("spgist"))) {
            refuse(
                    arguments,
                    "fields",
                    "an exclusion of type " + method.toUpperCase(java.util.Locale.ROOT) + " takes no second key");
        }
        boolean sound = arguments.sound()
                && arguments.has("where") == where.isPresent()
                && operators.stream().allMatch(Optional::isPresent);
        if (targets.isEmpty() || !sound) {
            return;
        }
        List<Constraint.Exclusion.Element> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Index.Key key = new Index.Key(
                    targets.get().get(i), collations.get(i), classes.get(i), Optional.empty(), Optional.empty());
            elements.add(new Constraint.Exclusion.Element(key, operators.get(i).orElseThrow()));
        }
        List<String> parts = NameIndex.parts(targets.get());
        parts.addAll(ReadFields.columns(include));
        table.exclusions.add(new Unnamed<>(
                name,
                table.stem(parts),
                "_excl",
                true,
                attribute.span(),
                attribute.documentation(),
                given -> new Constraint.Exclusion(
                        given, method, elements, ReadFields.columns(include), where, deferral, attribute.span())));
    }

    private Optional<String> operator(Arguments arguments, Value value) {
        if (!(value instanceof StringValue string)) {
            arguments.wrong(value, "with", "operators in strings, such as \"&&\"");
            return Optional.empty();
        }
        String text = string.text().strip();
        if (!OPERATOR.matcher(text).matches() || text.contains("--") || text.contains("/*")) {
            arguments.refused();
            scope.report.error(
                    Codes.WRONG_ARGUMENT,
                    string.span(),
                    "this is no operator of PostgreSQL",
                    "write the operator by which two rows are alike, \"=\" or \"&&\", for each key");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private void refuse(Arguments arguments, String parameter, String message) {
        arguments.refused();
        scope.report.error(
                Codes.INDEX_OPTION_NOT_ALLOWED,
                arguments.value(parameter).map(Value::span).orElse(arguments.span()),
                message,
                "use GIST");
    }
}
