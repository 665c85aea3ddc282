package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.PgType;
import io.pgorm.ir.SqlText;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.resolve.ModelScope.ColumnScope;
import io.pgorm.sdl.internal.resolve.ResolveSql.Reach;
import io.pgorm.sdl.internal.resolve.SortAttributes.Sorted;
import io.pgorm.sdl.internal.syntax.Attribute;
import java.util.List;
import java.util.Optional;

/** A column: its type, and where its value comes from. */
final class ResolveColumn {

    private final Scope scope;
    private final ModelScope model;

    ResolveColumn(Scope scope, ModelScope model) {
        this.scope = scope;
        this.model = model;
    }

    Optional<Column> resolve(ColumnScope field, Sorted attributes) {
        attributes
                .all("relation")
                .forEach(relation -> ResolveRelations.refuseOnColumn(
                        scope,
                        relation,
                        field.node().type().name(),
                        field.type().isPresent()));
        if (field.type().isEmpty()) {
            return Optional.empty();
        }
        ColumnType type = field.type().get();
        ColumnValue value = value(field, type, attributes);
        Column column = new Column(
                field.column(),
                type,
                field.nullable(),
                value,
                field.node().documentation(),
                field.node().span());
        return Optional.of(new ResolveColumnStorage(scope).add(field, column, attributes));
    }

    private ColumnValue value(ColumnScope field, ColumnType type, Sorted attributes) {
        ColumnValue value = ColumnValue.NONE;
        Optional<Attribute> first = Optional.empty();
        for (String name : List.of("default", "identity", "generated")) {
            Optional<Attribute> attribute = attributes.first(name);
            if (attribute.isEmpty()) {
                continue;
            }
            if (type instanceof ColumnType.Scalar scalar && scalar.type().kind() == PgType.Kind.SERIAL) {
                onSerial(field, scalar.type(), attribute.get());
            } else if (first.isPresent()) {
                twice(field, attribute.get(), first.get());
            } else {
                first = attribute;
                value = switch (name) {
                    case "default" -> defaultValue(field, type, attribute.get());
                    case "identity" -> new ResolveIdentity(scope, model.table()).resolve(field, type, attribute.get());
                    default -> generated(attribute.get());
                };
            }
        }
        if (value instanceof ColumnValue.Identity && field.nullable()) {
            scope.report.error(
                    Codes.BAD_IDENTITY,
                    field.node().type().span(),
                    field.name() + " always gets a number, so it cannot be nullable",
                    "remove the ? behind its type");
        }
        return version(field, type, attributes, updatedAt(field, type, attributes, value, first), first);
    }

    private void onSerial(ColumnScope field, PgType serial, Attribute attribute) {
        scope.report.error(
                Codes.VALUE_TWICE,
                attribute.span(),
                field.name() + " is a " + serial.name() + ", which already takes its values from a sequence",
                "leave out " + attribute.label() + ", or write "
                        + BuiltinTypes.counter(serial).name());
    }

    private void twice(ColumnScope field, Attribute second, Attribute first) {
        scope.report.error(
                Codes.VALUE_TWICE,
                second.span(),
                "the value of " + field.name() + " already comes from " + first.label() + " at "
                        + Report.place(first.span()),
                "leave one of the two out");
    }

    private ColumnValue defaultValue(ColumnScope field, ColumnType type, Attribute attribute) {
        Arguments arguments = Arguments.read(attribute, List.of("value"), List.of(), scope.report);
        return arguments
                .required("value", "@default(value)")
                .flatMap(value -> new ResolveDefault(scope, model, field, type).resolve(value))
                .orElse(ColumnValue.NONE);
    }

    private ColumnValue generated(Attribute attribute) {
        Arguments arguments = Arguments.read(attribute, List.of("sql"), List.of("stored"), scope.report);
        arguments.required("sql", "@generated(\"an expression over other fields\")");
        boolean stored = arguments.bool("stored").orElse(true);
        return arguments
                .string("sql")
                .flatMap(string -> ResolveSql.expression(scope, model, Reach.ROW, string))
                .<ColumnValue>map(sql -> new ColumnValue.Generated(sql, stored))
                .orElse(ColumnValue.NONE);
    }

    private ColumnValue updatedAt(
            ColumnScope field, ColumnType type, Sorted attributes, ColumnValue value, Optional<Attribute> source) {
        Optional<Attribute> updatedAt = attributes.first("updatedAt");
        if (updatedAt.isEmpty()) {
            return value;
        }
        Arguments.read(updatedAt.get(), List.of(), List.of(), scope.report);
        if (!holdsTime(type)) {
            scope.report.error(
                    Codes.BAD_UPDATED_AT,
                    updatedAt.get().span(),
                    "@updatedAt sets the time, and " + field.name() + " is of type "
                            + field.node().type().name() + (type.array() ? "[]" : ""),
                    "it stands on Timestamptz, Timestamp, Date, Time or Timetz");
            return value;
        }
        if (value instanceof ColumnValue.Generated && source.isPresent()) {
            twice(field, updatedAt.get(), source.get());
            return value;
        }
        return source.isPresent()
                ? value
                : new ColumnValue.Default(new SqlText(
                        List.of(new SqlText.Text("now()")), updatedAt.get().span()));
    }

    /** A count of the updates, which starts at one. */
    private ColumnValue version(
            ColumnScope field, ColumnType type, Sorted attributes, ColumnValue value, Optional<Attribute> source) {
        Optional<Attribute> version = attributes.first("version");
        if (version.isEmpty()) {
            return value;
        }
        Arguments.read(version.get(), List.of(), List.of(), scope.report);
        if (!counts(type) || field.nullable()) {
            scope.report.error(
                    Codes.BAD_VERSION,
                    version.get().span(),
                    "@version counts the updates of a row, and " + field.name() + " is of type "
                            + field.node().type().name() + (type.array() ? "[]" : "") + (field.nullable() ? "?" : ""),
                    "it stands on a required SmallInt, Int or BigInt");
            return value;
        }
        if ((value instanceof ColumnValue.Generated || value instanceof ColumnValue.Identity) && source.isPresent()) {
            twice(field, version.get(), source.get());
            return value;
        }
        return source.isPresent()
                ? value
                : new ColumnValue.Default(new SqlText(
                        List.of(new SqlText.Text("1")), version.get().span()));
    }

    private static boolean counts(ColumnType type) {
        return type instanceof ColumnType.Scalar scalar
                && !scalar.array()
                && List.of("smallint", "integer", "bigint")
                        .contains(scalar.type().sql());
    }

    private static boolean holdsTime(ColumnType type) {
        return type instanceof ColumnType.Scalar scalar
                && !scalar.array()
                && scalar.type().kind() == PgType.Kind.TEMPORAL
                && !scalar.type().sql().equals("interval");
    }
}
