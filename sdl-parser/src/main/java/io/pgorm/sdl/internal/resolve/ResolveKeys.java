package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.Constraint;
import io.pgorm.ir.Index;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.pass.DefaultOperatorClasses;
import io.pgorm.sdl.internal.resolve.ModelScope.ColumnScope;
import io.pgorm.sdl.internal.resolve.ResolveSql.Reach;
import io.pgorm.sdl.internal.resolve.SortAttributes.Sorted;
import io.pgorm.sdl.internal.syntax.Attribute;
import io.pgorm.sdl.internal.syntax.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The primary key and the unique keys of a model. */
final class ResolveKeys {

    /** INDEX_MAX_KEYS of PostgreSQL. */
    static final int MAX_KEYS = 32;

    private static final List<String> PRIMARY_OPTIONS = List.of("name", "map", "include", "deferrable");
    private static final List<String> UNIQUE_OPTIONS =
            List.of("name", "map", "nullsNotDistinct", "where", "include", "deferrable");

    private final Scope scope;
    private final ModelScope model;
    private final TableDraft table;
    private final ReadFields fields;
    private final List<Key> keys = new ArrayList<>();

    ResolveKeys(Scope scope, ModelScope model, TableDraft table) {
        this.scope = scope;
        this.model = model;
        this.table = table;
        this.fields = new ReadFields(scope);
    }

    /**
     * A key that holds for all rows.
     *
     * @param referable whether a foreign key may point to it: PostgreSQL refuses a deferrable one
     */
    record Key(List<ColumnScope> fields, boolean primary, boolean referable) {
        boolean isOver(List<ColumnScope> others) {
            return fields.size() == others.size() && Set.copyOf(fields).equals(Set.copyOf(others));
        }
    }

    List<Key> resolve(Sorted modelAttributes, Map<String, Sorted> fieldAttributes) {
        Optional<SourceSpan> primary = Optional.empty();
        for (ColumnScope column : model.columns()) {
            Sorted attributes = fieldAttributes.getOrDefault(column.name(), new Sorted(Map.of(), List.of()));
            for (Attribute id : attributes.all("id")) {
                if (primary.isPresent()) {
                    secondPrimary(id, primary.get());
                } else {
                    primary(Arguments.read(id, List.of(), PRIMARY_OPTIONS, scope.report), List.of(column));
                    primary = Optional.of(id.span());
                }
            }
            for (Attribute unique : attributes.all("unique")) {
                unique(Arguments.read(unique, List.of(), UNIQUE_OPTIONS, scope.report), List.of(column));
            }
        }
        for (Attribute id : modelAttributes.all("id")) {
            if (primary.isPresent()) {
                secondPrimary(id, primary.get());
                continue;
            }
            primary = Optional.of(id.span());
            Arguments arguments = Arguments.read(id, List.of("fields"), PRIMARY_OPTIONS, scope.report);
            arguments.required("fields", "@@id([first, second])");
            fields.list(model, arguments, "fields").ifPresent(columns -> primary(arguments, columns));
        }
        for (Attribute unique : modelAttributes.all("unique")) {
            Arguments arguments = Arguments.read(unique, List.of("fields"), UNIQUE_OPTIONS, scope.report);
            arguments.required("fields", "@@unique([first, second])");
            fields.list(model, arguments, "fields").ifPresent(columns -> unique(arguments, columns));
        }
        return keys;
    }

    private void secondPrimary(Attribute id, SourceSpan first) {
        scope.report.error(
                Codes.DUPLICATE_KEY,
                id.span(),
                "the model " + model.name() + " already has its primary key at " + Report.place(first),
                "a key of several fields is `@@id([first, second])`; a further key is @unique");
    }

    private void primary(Arguments arguments, List<ColumnScope> columns) {
        boolean sound = areSearchable(arguments, columns);
        for (ColumnScope column : columns) {
            if (column.nullable() && column.type().isPresent()) {
                sound = false;
                scope.report.error(
                        Codes.BAD_KEY_FIELD,
                        columns.size() == 1 ? column.node().type().span() : arguments.span(),
                        "the field " + column.name() + " is nullable, so it cannot be part of the primary key",
                        "remove the ? behind its type");
            }
        }
        Optional<Name> name = ReadFields.constraintName(arguments);
        Constraint.Deferral deferral = ReadFields.deferral(arguments);
        List<String> include =
                ReadFields.columns(fields.list(model, arguments, "include").orElse(List.of()));
        if (sound) {
            table.primaryKey.add(new Unnamed<>(
                    name,
                    table.stem(List.of()),
                    "_pkey",
                    true,
                    arguments.span(),
                    arguments.documentation(),
                    given -> new Constraint.PrimaryKey(
                            given, ReadFields.columns(columns), include, deferral, arguments.span())));
        }
        keys.add(new Key(columns, true, deferral == Constraint.Deferral.NOT_DEFERRABLE));
    }

    private void unique(Arguments arguments, List<ColumnScope> columns) {
        boolean sound = areSearchable(arguments, columns);
        Optional<Name> name = ReadFields.constraintName(arguments);
        boolean nullsNotDistinct = arguments.bool("nullsNotDistinct").orElse(false);
        Constraint.Deferral deferral = ReadFields.deferral(arguments);
        List<ColumnScope> include = fields.list(model, arguments, "include").orElse(List.of());
        Optional<SqlText> where =
                arguments.string("where").flatMap(string -> ResolveSql.expression(scope, model, Reach.ROW, string));
        List<String> parts = new ArrayList<>(ReadFields.columns(columns));
        parts.addAll(ReadFields.columns(include));
        if (arguments.has("where")) {
            if (deferral != Constraint.Deferral.NOT_DEFERRABLE) {
                scope.report.error(
                        Codes.INDEX_OPTION_NOT_ALLOWED,
                        arguments.span(),
                        "a unique key with a condition is an index, which cannot be deferred",
                        "leave out where: or deferrable:");
            }
            if (sound && where.isPresent()) {
                table.indexes.add(new Unnamed<>(
                        name,
                        table.stem(parts),
                        "_idx",
                        true,
                        arguments.span(),
                        arguments.documentation(),
                        given -> new Index(
                                given,
                                true,
                                "btree",
                                columns.stream()
                                        .map(column -> Index.Key.of(column.column()))
                                        .toList(),
                                ReadFields.columns(include),
                                nullsNotDistinct,
                                where,
                                Map.of(),
                                arguments.span())));
            }
            return;
        }
        if (sound) {
            table.uniques.add(new Unnamed<>(
                    name,
                    table.stem(parts),
                    "_key",
                    true,
                    arguments.span(),
                    arguments.documentation(),
                    given -> new Constraint.Unique(
                            given,
                            ReadFields.columns(columns),
                            nullsNotDistinct,
                            ReadFields.columns(include),
                            deferral,
                            arguments.span())));
        }
        keys.add(new Key(columns, false, deferral == Constraint.Deferral.NOT_DEFERRABLE));
    }

    private boolean areSearchable(Arguments arguments, List<ColumnScope> columns) {
        boolean sound = arguments.sound();
        if (new HashSet<>(columns).size() > MAX_KEYS) {
            sound = false;
            scope.report.error(
                    Codes.BAD_KEY_FIELD, arguments.span(), "a key has at most " + MAX_KEYS + " fields in PostgreSQL");
        }
        for (ColumnScope column : columns) {
            boolean searchable = column.type()
                    .map(type -> DefaultOperatorClasses.exists("btree", scope.base(type))
                            != DefaultOperatorClasses.Answer.NO)
                    .orElse(true);
            if (!searchable) {
                sound = false;
                scope.report.error(
                        Codes.BAD_KEY_FIELD,
                        arguments.span(),
                        "values of type " + column.node().type().name() + " have no order in PostgreSQL, so the field "
                                + column.name() + " cannot be part of a key");
            }
        }
        return sound;
    }
}
