package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.Constraint;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.sql.SqlScanner;
import io.pgorm.sdl.internal.resolve.ModelScope.ColumnScope;
import io.pgorm.sdl.internal.resolve.ResolveSql.Reach;
import io.pgorm.sdl.internal.syntax.Attribute;
import io.pgorm.sdl.internal.syntax.Name;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Check constraints, and those of which the author gives the whole definition. */
final class ResolveChecks {

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_$]*");

    private final Scope scope;
    private final ModelScope model;
    private final TableDraft table;

    ResolveChecks(Scope scope, ModelScope model, TableDraft table) {
        this.scope = scope;
        this.model = model;
        this.table = table;
    }

    void resolve(Attribute check) {
        Arguments arguments =
                Arguments.read(check, List.of("sql"), List.of("name", "map", "notValid", "noInherit"), scope.report);
        arguments.required(
                "sql",
                check.label() + "(\"{"
                        + model.columns().stream()
                                .findFirst()
                                .map(ColumnScope::name)
                                .orElse("field") + "} > 0\")");
        Optional<Name> name = ReadFields.constraintName(arguments);
        Optional<SqlText> expression =
                arguments.string("sql").flatMap(string -> ResolveSql.expression(scope, model, Reach.ROW, string));
        boolean validated = !arguments.bool("notValid").orElse(false);
        boolean inherited = !arguments.bool("noInherit").orElse(false);
        expression.ifPresent(sql -> table.checks.add(new Unnamed<>(
                name,
                table.stem(onlyColumn(sql)),
                "_check",
                false,
                check.span(),
                check.documentation(),
                given -> new Constraint.Check(given, sql, inherited, validated, check.span()))));
    }

    /** {@code @@constraint("any definition", name: "x")}. */
    void other(Attribute attribute) {
        Arguments arguments = Arguments.read(attribute, List.of("sql"), List.of("name", "map"), scope.report);
        String example = "@@constraint(\"CHECK ({a} > 0) NOT VALID\", name: \"a_is_positive\")";
        arguments.required("sql", example);
        Optional<Name> name = ReadFields.constraintName(arguments);
        if (name.isEmpty()) {
            arguments.required("name", example);
        }
        Optional<SqlText> definition = arguments
                .string("sql")
                .flatMap(string -> ResolveSql.expression(scope, model, Reach.EVERYTHING, string));
        if (name.isPresent() && definition.isPresent() && arguments.sound()) {
            table.others.add(new Unnamed<>(
                    name,
                    table.stem(List.of()),
                    "_check",
                    false,
                    attribute.span(),
                    attribute.documentation(),
                    given -> new Constraint.Other(given, definition.get(), attribute.span())));
        }
    }

    /** PostgreSQL names a check after its column if it reads exactly one, wherever it is written. */
    private List<String> onlyColumn(SqlText sql) {
        Set<String> used = new LinkedHashSet<>();
        for (SqlText.Part part : sql.parts()) {
            switch (part) {
                case SqlText.ColumnReference reference -> used.add(reference.column());
                case SqlText.TableReference reference -> {}
                case SqlText.Text text -> SqlScanner.scan(text.sql()).forEach(segment -> addColumns(segment, used));
            }
        }
        return used.size() == 1 ? List.copyOf(used) : List.of();
    }

    private void addColumns(SqlScanner.Segment segment, Set<String> used) {
        switch (segment.kind()) {
            case CODE -> {
                Matcher words = WORD.matcher(segment.text());
                while (words.find()) {
                    model.byColumn(words.group().toLowerCase(java.util.Locale.ROOT))
                            .ifPresent(column -> used.add(column.column()));
                }
            }
            case QUOTED_IDENTIFIER ->
                model.byColumn(segment.text()
                                .substring(1, segment.text().length() - 1)
                                .replace("\"\"", "\""))
                        .ifPresent(column -> used.add(column.column()));
            case LITERAL, COMMENT -> {}
        }
    }
}
