package io.pgorm.database.catalog.internal;

import io.pgorm.ir.sql.GeneratedNames;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a partition has nothing of its own. Stateless. */
final class PlainPartition {

    private static final Pattern NUMBER = Pattern.compile(".*?(\\d*)$", Pattern.DOTALL);

    private PlainPartition() {}

    static boolean test(RelationRow row, RelationRow parent, RelationParts parts, Comments comments) {
        return isStoredAlike(row, parent)
                && hasNothingOfItsOwn(row, parts, comments)
                && hasSameColumns(parts.columnsOf(row.oid()), parts.columnsOf(parent.oid()), comments);
    }

    private static boolean isStoredAlike(RelationRow row, RelationRow parent) {
        return row.persistence() == parent.persistence()
                && row.options().isEmpty()
                && row.toastOptions().isEmpty()
                && row.tablespace().equals(parent.tablespace())
                && (row.kind() == 'p'
                        || parent.accessMethod().isEmpty()
                        || row.accessMethod().equals(parent.accessMethod()))
                && (row.accessMethod().isEmpty() || row.accessMethod().equals(parent.accessMethod()))
                && row.replicaIdentity() == 'd'
                && !row.rowSecurity()
                && !row.forcedRowSecurity();
    }

    private static boolean hasNothingOfItsOwn(RelationRow row, RelationParts parts, Comments comments) {
        return parts.triggersOf(row.oid()).isEmpty()
                && parts.policiesOf(row.oid()).isEmpty()
                && parts.constraintsOf(row.oid()).stream()
                        .allMatch(constraint -> isInherited(constraint)
                                && comments.of("pg_constraint", constraint.oid())
                                        .isEmpty())
                && parts.indexesOf(row.oid()).stream()
                        .allMatch(index -> index.attached()
                                && isNamedByPostgres(index, row)
                                && comments.of("pg_class", index.oid()).isEmpty());
    }

    private static boolean isInherited(ConstraintRow constraint) {
        return switch (constraint.kind()) {
            case 'c', 'n' -> !constraint.local();
            default -> constraint.fromParent();
        };
    }

    /** As PostgreSQL's ChooseIndexName, which puts a number behind a name that is taken: such a name says nothing. */
    private static boolean isNamedByPostgres(IndexRow index, RelationRow table) {
        String name = index.name().name();
        String number = NUMBER.matcher(name).replaceFirst("$1");
        return List.of("", number).stream()
                .anyMatch(digits -> name.equals(generated(index, table.name().name(), digits)));
    }

    private static String generated(IndexRow index, String table, String number) {
        if (index.primary()) {
            return GeneratedNames.of(table, "", "pkey" + number);
        }
        String label = index.exclusion() ? "excl" : index.ofConstraint() ? "key" : "idx";
        return GeneratedNames.of(table, String.join("_", index.columnNames()), label + number);
    }

    private static boolean hasSameColumns(List<ColumnRow> columns, List<ColumnRow> above, Comments comments) {
        if (columns.size() != above.size()) {
            return false;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (!isSame(columns.get(i), above.get(i)) || hasComment(columns.get(i), comments)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasComment(ColumnRow column, Comments comments) {
        return comments.of("pg_class", column.relation(), column.number()).isPresent();
    }

    private static boolean isSame(ColumnRow column, ColumnRow above) {
        return column.name().equals(above.name())
                && column.typePrinted().equals(above.typePrinted())
                && column.notNull() == above.notNull()
                && column.collation().equals(above.collation())
                && column.storage() == above.storage()
                && column.compression() == above.compression()
                && column.generated() == above.generated()
                && column.expression().equals(above.expression());
    }
}
