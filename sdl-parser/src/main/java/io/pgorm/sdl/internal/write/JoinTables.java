package io.pgorm.sdl.internal.write;

import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Constraint.ReferentialAction;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RowSecurity;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.TableStorage;
import io.pgorm.sdl.internal.resolve.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Join tables that the compiler makes of two lists. Only the shape is looked at here; that the compiler makes exactly
 * the same is found by asking it. Stateless.
 */
final class JoinTables {

    private JoinTables() {}

    /** A join table between two models, the first by name first; of a model with itself, twice the same. */
    record Candidate(Table table, QualifiedName first, QualifiedName second, List<String> left, List<String> right) {}

    /**
     * @param firstField in the first model, a list of the second
     * @param secondField in the second model, a list of the first
     * @param name of the relation, which names the table
     */
    record Join(Candidate candidate, String firstField, String secondField, Optional<String> name, Piece piece) {}

    static Piece piece(QualifiedName table) {
        return Piece.of("join", table, 1);
    }

    /** Tables that may be join tables, told before any of them has a model. */
    static List<Table> shaped(Schema schema, Levels levels, Outside outside) {
        return schema.tables().stream()
                .filter(table -> levels.of(piece(table.name())) == 0 && isShaped(schema, table, outside))
                .toList();
    }

    private static boolean isShaped(Schema schema, Table table, Outside outside) {
        List<Constraint.ForeignKey> keys = table.foreignKeys();
        boolean bare = table.indexes().size() == 1
                && table.constraints().size() == 3
                && keys.size() == 2
                && table.primaryKey().isPresent()
                && table.comment().isEmpty()
                && table.rowSecurity() == RowSecurity.DISABLED
                && table.policies().isEmpty()
                && table.triggers().isEmpty()
                && table.storage().equals(TableStorage.DEFAULT)
                && table.hierarchy().equals(Hierarchy.NONE)
                && table.name().schema().equals(QualifiedName.DEFAULT_SCHEMA)
                && !outside.has(ObjectName.of(ObjectName.Kind.TABLE, table.name()));
        if (!bare) {
            return false;
        }
        List<String> columns = table.columns().stream()
                .filter(column -> column.value() instanceof ColumnValue.None
                        && column.comment().isEmpty()
                        && !column.nullable())
                .map(column -> column.name())
                .toList();
        List<String> ofKeys = new ArrayList<>();
        keys.forEach(key -> ofKeys.addAll(key.columns()));
        boolean cascading = keys.stream()
                .allMatch(key -> key.onDelete() == ReferentialAction.CASCADE
                        && key.onUpdate() == ReferentialAction.CASCADE
                        && isPrimary(schema, key));
        return cascading
                && columns.size() == table.columns().size()
                && table.primaryKey().get().columns().equals(columns)
                && ofKeys.size() == columns.size()
                && ofKeys.containsAll(columns);
    }

    private static boolean isPrimary(Schema schema, Constraint.ForeignKey key) {
        return schema.table(key.target())
                .flatMap(Table::primaryKey)
                .filter(primary -> primary.columns().equals(key.targetColumns()))
                .isPresent();
    }

    /** The table as a relation, once the models have names. */
    static Optional<Candidate> candidate(Table table, Naming naming) {
        Constraint.ForeignKey one = table.foreignKeys().getFirst();
        Constraint.ForeignKey other = table.foreignKeys().getLast();
        boolean oneIsLeft = one.columns().contains(table.columns().getFirst().name());
        Constraint.ForeignKey left = oneIsLeft ? one : other;
        Constraint.ForeignKey right = oneIsLeft ? other : one;
        Optional<String> leftModel = naming.model(left.target());
        Optional<String> rightModel = naming.model(right.target());
        boolean self = left.target().equals(right.target());
        if (leftModel.isEmpty()
                || rightModel.isEmpty()
                || !self && leftModel.get().compareTo(rightModel.get()) > 0) {
            return Optional.empty();
        }
        Candidate candidate = new Candidate(table, left.target(), right.target(), left.columns(), right.columns());
        boolean named = self
                ? left.columns().size() == 1
                        && stem(left).isPresent()
                        && stem(right).isPresent()
                        && Names.singular(plural(left)).equals(stem(left).get())
                        && Names.singular(plural(right)).equals(stem(right).get())
                : isNamedAfter(left, leftModel.get()) && isNamedAfter(right, rightModel.get());
        String relation = NamesBack.type(table.name().name(), false);
        boolean tableNamed =
                NamesBack.isSnakeOf(relation, table.name().name()) || !self && isDefault(candidate, naming);
        return named && tableNamed ? Optional.of(candidate) : Optional.empty();
    }

    private static boolean isDefault(Candidate candidate, Naming naming) {
        String first = naming.model(candidate.first()).orElseThrow();
        String second = naming.model(candidate.second()).orElseThrow();
        return candidate.table().name().name().equals(Names.table(first) + "_" + Names.table(second));
    }

    private static boolean isNamedAfter(Constraint.ForeignKey key, String model) {
        String stem = Names.snake(model);
        return key.columns().size() == 1
                ? key.columns().getFirst().equals(stem + "_id")
                : key.columns()
                        .equals(key.targetColumns().stream()
                                .map(column -> stem + "_" + column)
                                .toList());
    }

    private static Optional<String> stem(Constraint.ForeignKey key) {
        String column = key.columns().getFirst();
        return column.endsWith("_id") && column.length() > 3
                ? Optional.of(column.substring(0, column.length() - 3))
                : Optional.empty();
    }

    private static String plural(Constraint.ForeignKey key) {
        return Names.table(stem(key).orElseThrow());
    }

    /** With names for its fields; the relation has one where several are between the two, or the table asks for it. */
    static Join name(Candidate join, Naming naming, boolean several) {
        String firstModel = naming.model(join.first()).orElseThrow();
        String secondModel = naming.model(join.second()).orElseThrow();
        boolean self = join.first().equals(join.second());
        String id = "join " + join.table().name().sql();
        String toSecond = self
                ? NamesBack.field(plural(join.table().foreignKeys().stream()
                        .filter(key -> key.columns().equals(join.left()))
                        .findFirst()
                        .orElseThrow()))
                : Relations.plural(NamesBack.lower(secondModel));
        String toFirst = self
                ? NamesBack.field(plural(join.table().foreignKeys().stream()
                        .filter(key -> key.columns().equals(join.right()))
                        .findFirst()
                        .orElseThrow()))
                : Relations.plural(NamesBack.lower(firstModel));
        String in = several && !self ? "In" + NamesBack.type(join.table().name().name(), false) : "";
        String firstField = naming.freshField(join.first(), id, toSecond + in);
        String secondField = naming.freshField(join.second(), id + " back", toFirst + in);
        boolean unnamed = !self && !several && isDefault(join, naming);
        Optional<String> name = unnamed
                ? Optional.empty()
                : Optional.of(NamesBack.type(join.table().name().name(), false));
        return new Join(join, firstField, secondField, name, piece(join.table().name()));
    }
}
