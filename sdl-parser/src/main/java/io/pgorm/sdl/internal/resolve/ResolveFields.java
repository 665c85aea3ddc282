package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.Identifiers;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.resolve.ModelScope.ColumnScope;
import io.pgorm.sdl.internal.resolve.ModelScope.RelationScope;
import io.pgorm.sdl.internal.syntax.Attribute;
import io.pgorm.sdl.internal.syntax.Declaration;
import io.pgorm.sdl.internal.syntax.Name;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Second stage: the fields of every model, told into columns and relations, with their types and column names. */
final class ResolveFields {

    private static final Set<String> SYSTEM_COLUMNS = Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

    private final Scope scope;
    private final ResolveType types;

    ResolveFields(Scope scope) {
        this.scope = scope;
        this.types = new ResolveType(scope);
    }

    void resolve() {
        scope.models.values().forEach(this::resolve);
        scope.views.values().forEach(this::resolve);
    }

    private void resolve(ModelScope model) {
        Map<String, Name> columns = new HashMap<>();
        Map<String, Name> constants = new HashMap<>();
        for (Declaration.Field field : model.node().fields()) {
            if (isNew(model, field)) {
                checkJavaName(field, constants);
                if (!model.isView()
                        && scope.models.containsKey(field.type().name().text())) {
                    relation(model, field);
                } else {
                    column(model, field, columns);
                }
            }
        }
        if (model.fields().isEmpty() && model.complete() && !model.isView()) {
            scope.report.error(
                    Codes.EMPTY_BLOCK,
                    model.span(),
                    "the model " + model.name() + " has no fields",
                    "write each field on a line of its own: `id Int @id`");
        }
    }

    private boolean isNew(ModelScope model, Declaration.Field field) {
        ModelScope.FieldScope before = model.fields().get(field.name().text());
        if (before != null) {
            scope.report.error(
                    Codes.DUPLICATE_NAME,
                    field.name().span(),
                    model.name() + " already has a field " + field.name() + " at " + Report.place(before.span()));
        }
        return before == null;
    }

    private void checkJavaName(Declaration.Field field, Map<String, Name> constants) {
        Name name = field.name();
        CheckName.javaField(
                name,
                "field",
                "rename it and keep its column with @map(\"" + Names.snake(name.text()) + "\")",
                scope.report);
        Name before = constants.putIfAbsent(Names.constant(name.text()), name);
        if (before != null) {
            scope.report.error(
                    Codes.JAVA_NAME_TAKEN,
                    name.span(),
                    name + " and " + before + " at " + Report.place(before.span()) + " would both be the constant "
                            + Names.constant(name.text()) + " in Java",
                    "rename one of them; @map keeps its column");
        }
    }

    private void relation(ModelScope model, Declaration.Field field) {
        Declaration.TypeUse type = field.type();
        boolean badShape = type.list() > 1 || type.optional() > 1 || type.list() > 0 && type.optional() > 0;
        if (badShape) {
            scope.report.error(
                    Codes.BAD_TYPE_SHAPE,
                    type.span(),
                    "a relation leads to one row, to none or one, or to many",
                    "write " + type.name() + ", " + type.name() + "? or " + type.name() + "[]");
        }
        if (!type.arguments().isEmpty()) {
            scope.report.error(Codes.BAD_TYPE_ARGUMENTS, type.span(), "a model takes no arguments");
        }
        model.add(new RelationScope(field, type.name().text(), type.list() > 0, type.optional() > 0));
    }

    private void column(ModelScope model, Declaration.Field field, Map<String, Name> columns) {
        Optional<Name> given = field.attributes().stream()
                .filter(attribute -> attribute.name().text().equals("map"))
                .findFirst()
                .flatMap((Attribute attribute) -> DeclareNames.givenName(scope, attribute));
        String column = given.map(Name::text)
                .orElseGet(() -> Identifiers.shorten(Names.snake(field.name().text()), ""));
        SourceSpan span = given.map(Name::span).orElse(field.name().span());
        Name before = columns.putIfAbsent(column, new Name(field.name().text(), span));
        if (before != null) {
            scope.report.error(
                    Codes.DATABASE_NAME_TAKEN,
                    span,
                    "the column " + column + " of " + model.name() + " is already that of " + before + " at "
                            + Report.place(before.span()),
                    "give one of them another column with @map");
        } else if (SYSTEM_COLUMNS.contains(column) && !model.isView()) {
            scope.report.error(
                    Codes.RESERVED_NAME,
                    span,
                    "every table of PostgreSQL has a system column " + column,
                    "choose another column with @map");
        }
        model.add(new ColumnScope(
                field, column, types.resolve(field), field.type().optional() > 0));
    }
}
