package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.Constraint;
import io.pgorm.ir.SqlText;
import io.pgorm.sdl.internal.resolve.ModelScope.ColumnScope;
import io.pgorm.sdl.internal.resolve.ResolveSql.Reach;
import io.pgorm.sdl.internal.syntax.Attribute;
import io.pgorm.sdl.internal.syntax.Name;
import java.util.List;
import java.util.Optional;

/** Check constraints, and those of which the author gives the whole definition. */
final class ResolveChecks {

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
                table.stem(NameCheck.parts(sql, word -> model.byColumn(word).isPresent())),
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
}
