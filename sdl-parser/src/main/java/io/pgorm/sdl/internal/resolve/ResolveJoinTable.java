package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Constraint.ReferentialAction;
import io.pgorm.ir.Index;
import io.pgorm.ir.Model;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.Identifiers;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.resolve.ModelScope.ColumnScope;
import io.pgorm.sdl.internal.resolve.ModelScope.RelationScope;
import io.pgorm.sdl.internal.resolve.ResolveKeys.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The join table of an implicit many to many.
 *
 * <p>It is named after the relation, or else after its two models in alphabetical order: {@code posts_tags}. Its
 * columns are named after the models, {@code post_id}; where a model leads to itself, after the two fields, {@code
 * follower_id}: the column that a field's name gives leads to the rows that the field lists.
 */
final class ResolveJoinTable {

    private final Scope scope;
    private final Map<ModelScope, List<Key>> keys;

    ResolveJoinTable(Scope scope, Map<ModelScope, List<Key>> keys) {
        this.scope = scope;
        this.keys = keys;
    }

    record Join(TableDraft table, Map<RelationScope, Model.RelationField> fields) {}

    /** One side: columns of the join table, and the key that they point to. */
    private record Side(ModelScope target, List<String> columns, List<ColumnScope> key) {}

    Optional<Join> resolve(RelationEnd one, RelationEnd other) {
        boolean self = one.model() == other.model();
        boolean inOrder = self || one.model().name().compareTo(other.model().name()) < 0;
        RelationEnd first = inOrder ? one : other;
        RelationEnd second = inOrder ? other : one;
        Optional<List<ColumnScope>> firstKey = key(first);
        Optional<List<ColumnScope>> secondKey = self ? firstKey : key(second);
        if (firstKey.isEmpty() || secondKey.isEmpty()) {
            return Optional.empty();
        }
        // towardFirst leads to rows of first's model: to what second lists
        Side towardFirst = side(
                first.model(),
                self
                        ? Names.singular(Names.snake(second.field().name()))
                        : Names.snake(first.model().name()),
                firstKey.get());
        Side towardSecond = side(
                second.model(),
                self
                        ? Names.singular(Names.snake(first.field().name()))
                        : Names.snake(second.model().name()),
                secondKey.get());
        if (towardFirst.columns().stream().anyMatch(towardSecond.columns()::contains)) {
            scope.report.error(
                    Codes.BAD_JOIN_TABLE,
                    second.span(),
                    "both sides of the join table between " + first.label() + " and " + second.label()
                            + " would have a column " + towardFirst.columns().getFirst(),
                    "rename one of the fields or models, or declare the join table as a model of its own");
            return Optional.empty();
        }
        Side left = self ? towardSecond : towardFirst;
        Side right = self ? towardFirst : towardSecond;
        TableDraft table = table(first, second, left, right);
        QualifiedName name = table.name;
        return Optional.of(new Join(
                table,
                Map.of(
                        first.field(), field(first, name, towardFirst, towardSecond),
                        second.field(), field(second, name, towardSecond, towardFirst))));
    }

    private Optional<List<ColumnScope>> key(RelationEnd end) {
        ModelScope model = end.model();
        Optional<List<ColumnScope>> key = keys.getOrDefault(model, List.of()).stream()
                .filter(Key::primary)
                .map(Key::fields)
                .findFirst();
        if (key.isEmpty() && model.complete()) {
            scope.report.error(
                    Codes.BAD_JOIN_TABLE,
                    end.span(),
                    "a many to many needs a primary key on both sides, and " + model.name() + " has none",
                    "add a field with @id to " + model.name());
        }
        return key.filter(
                columns -> columns.stream().allMatch(column -> column.type().isPresent()));
    }

    private static Side side(ModelScope target, String stem, List<ColumnScope> key) {
        List<String> columns = key.size() == 1
                ? List.of(Identifiers.shorten(stem, "_id"))
                : key.stream()
                        .map(column -> Identifiers.shorten(stem + "_" + column.column(), ""))
                        .toList();
        return new Side(target, columns, key);
    }

    private static Model.RelationField field(RelationEnd end, QualifiedName table, Side here, Side there) {
        return new Model.RelationField(
                end.field().name(),
                end.field().target(),
                Model.Arity.MANY,
                new Model.Through(
                        table,
                        ReadFields.columns(here.key()),
                        here.columns(),
                        there.columns(),
                        ReadFields.columns(there.key())),
                end.field().node().documentation(),
                end.span());
    }

    private TableDraft table(RelationEnd first, RelationEnd second, Side left, Side right) {
        SourceSpan span = first.field().node().span();
        String derived = first.name().isEmpty()
                ? Names.table(first.model().name()) + "_"
                        + Names.table(second.model().name())
                : Names.snake(first.name());
        if (!CheckName.database(
                Identifiers.shorten(derived, ""),
                first.arguments().map(Arguments::span).orElse(span),
                scope.report)) {
            derived = "invalid";
        }
        TableDraft table = new TableDraft(
                new QualifiedName(first.model().table().schema(), Identifiers.shorten(derived, "")),
                Optional.empty(),
                span);
        List<String> all = new ArrayList<>();
        for (Side side : List.of(left, right)) {
            for (int i = 0; i < side.columns().size(); i++) {
                ColumnType type = withoutSequence(side.key().get(i).type().orElseThrow());
                table.columns.add(
                        new Column(side.columns().get(i), type, false, ColumnValue.NONE, Optional.empty(), span));
            }
            all.addAll(side.columns());
            table.foreignKeys.add(new Unnamed<>(
                    Optional.empty(),
                    table.stem(side.columns()),
                    "_fkey",
                    false,
                    span,
                    name -> new Constraint.ForeignKey(
                            name,
                            side.columns(),
                            side.target().table(),
                            ReadFields.columns(side.key()),
                            ReferentialAction.CASCADE,
                            ReferentialAction.CASCADE,
                            Constraint.Deferral.NOT_DEFERRABLE,
                            span)));
        }
        table.primaryKey.add(new Unnamed<>(
                Optional.empty(),
                table.stem(List.of()),
                "_pkey",
                true,
                span,
                name -> new Constraint.PrimaryKey(name, all, span)));
        table.indexes.add(new Unnamed<>(
                Optional.empty(),
                table.stem(right.columns()),
                "_idx",
                true,
                span,
                name -> new Index(
                        name,
                        false,
                        "btree",
                        right.columns().stream().map(Index.Key::of).toList(),
                        List.of(),
                        false,
                        Optional.empty(),
                        Map.of(),
                        span)));
        return table;
    }

    private static ColumnType withoutSequence(ColumnType type) {
        return type instanceof ColumnType.Scalar scalar
                ? new ColumnType.Scalar(BuiltinTypes.counter(scalar.type()), scalar.arguments(), scalar.array())
                : type;
    }
}
