package io.pgorm.database.catalog.internal;

import java.util.List;

/** Whether a partition has nothing of its own. Stateless. */
final class PlainPartition {

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

    /** {@code part_pkey}, {@code part_email_idx1}: what such an index is called says nothing. */
    private static boolean isNamedByPostgres(IndexRow index, RelationRow table) {
        String stem = GeneratedNames.of(table.name().name(), "", index.primary() ? "pkey" : "idx");
        String name = index.name().name();
        if (index.primary()) {
            return name.matches(java.util.regex.Pattern.quote(stem) + "\\d*");
        }
        String suffix = index.exclusion() ? "excl" : index.ofConstraint() ? "key" : "idx";
        int shared = Math.min(20, table.name().name().length());
        return name.startsWith(table.name().name().substring(0, shared)) && name.matches(".*_" + suffix + "\\d*");
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
