package io.pgorm.database.catalog.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.CompositeType;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.Table;
import java.util.Comparator;

/**
 * A schema without what no statement of PostgreSQL can change on a database that is there: the place of a column, which
 * is the last when it is added, and by that whether a partition is one that was made with the table above; and whether a column or a check that comes from a parent is the table's own too, as it
 * stays for a table that was adopted. Stateless.
 */
public final class Attainable {

    private Attainable() {}

    /** @param other what it is to be compared with */
    public static Schema of(Schema schema, Schema other) {
        Schema folded = ReorderedPartitions.folded(schema, other);
        return folded.mapObjects(object -> of(object, folded));
    }

    private static SchemaObject of(SchemaObject object, Schema schema) {
        return switch (object) {
            case Table table ->
                table.withColumns(table.columns().stream()
                                .map(Attainable::anyones)
                                .sorted(Comparator.comparing(Column::name))
                                .toList())
                        .withConstraints(table.constraints().stream()
                                .filter(constraint -> !comesFromAbove(constraint, table, schema))
                                .toList());
            case CompositeType type ->
                new CompositeType(
                        type.name(),
                        type.javaName(),
                        type.attributes().stream()
                                .sorted(Comparator.comparing(CompositeType.Attribute::name))
                                .toList(),
                        type.comment(),
                        type.span());
            default -> object;
        };
    }

    private static Column anyones(Column column) {
        return new Column(
                column.name(),
                column.type(),
                column.nullable(),
                column.value(),
                column.collation(),
                column.storage(),
                column.compression(),
                false,
                column.comment(),
                column.span());
    }

    private static boolean comesFromAbove(Constraint constraint, Table table, Schema schema) {
        return constraint instanceof Constraint.Check
                && table.hierarchy().inherits().stream()
                        .flatMap(parent -> schema.table(parent).stream())
                        .anyMatch(parent -> parent.constraints().contains(constraint)
                                || comesFromAbove(constraint, parent, schema));
    }
}
