package io.pgorm.database.catalog.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.Comment;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Index;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ReplicaIdentity;
import io.pgorm.ir.RowSecurity;
import io.pgorm.ir.Table;
import io.pgorm.ir.TableStorage;
import io.pgorm.ir.View;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tables and views of the IR out of the catalog's rows. Not thread-safe. */
final class Tables {

    private final RelationParts parts;
    private final Columns columns;
    private final Comments comments;
    private final Partitions partitions;
    private final KeyText keyText;
    private final Found found;

    Tables(
            RelationParts parts,
            Columns columns,
            Comments comments,
            Partitions partitions,
            KeyText keyText,
            Found found) {
        this.parts = parts;
        this.columns = columns;
        this.comments = comments;
        this.partitions = partitions;
        this.keyText = keyText;
        this.found = found;
    }

    /** Adds the table, unless it is a part of the one above it. */
    void addTable(RelationRow row) {
        ObjectName name = ObjectName.of(ObjectName.Kind.TABLE, row.name());
        found.name("pg_class", row.oid(), name, row.owner());
        row.ofType()
                .ifPresent(type -> found.unmodelled(
                        "table " + row.name() + " is OF type " + type + "; it is read as a table of its own"));
        if (partitions.isPlain(row)) {
            return;
        }
        found.add(new Table(
                row.name(),
                parts.columnsOf(row.oid()).stream()
                        .map(column -> column(column, row))
                        .toList(),
                constraints(row),
                indexes(row),
                rowSecurity(row),
                parts.policiesOf(row.oid()).stream().map(PolicyRow::policy).toList(),
                parts.triggersOf(row.oid()).stream().map(TriggerRow::trigger).toList(),
                storage(row),
                partitions.hierarchy(row),
                comments.of("pg_class", row.oid()),
                SourceSpan.NONE));
        addComments(row);
    }

    private Column column(ColumnRow column, RelationRow table) {
        Column known = columns.of(column, table.name(), table.partition());
        return isNotNullElsewhere(column, table) ? nullable(known) : known;
    }

    /** A NOT NULL that says more than that is a constraint of the table. */
    private boolean isNotNullElsewhere(ColumnRow column, RelationRow table) {
        return parts.constraintsOf(table.oid()).stream()
                .anyMatch(constraint -> constraint.kind() == 'n'
                        && (constraint.noInherit() || !constraint.validated())
                        && constraint.columns().equals(List.of(column.name())));
    }

    private static Column nullable(Column column) {
        return new Column(
                column.name(),
                column.type(),
                true,
                column.value(),
                column.collation(),
                column.storage(),
                column.compression(),
                column.inherited(),
                column.comment(),
                column.span());
    }

    private List<Constraint> constraints(RelationRow row) {
        return parts.constraintsOf(row.oid()).stream()
                .filter(constraint -> isOwn(constraint, row))
                .map(constraint -> Constraints.of(constraint, keyText))
                .sorted(Constraints.ORDER)
                .toList();
    }

    private boolean isOwn(ConstraintRow constraint, RelationRow row) {
        return switch (constraint.kind()) {
            // a partition has to have them before it is attached
            case 'c' -> constraint.local() || row.partition();
            case 'n' -> constraint.local() && saysMore(constraint, row);
            case 'f' -> !constraint.fromParent();
            default -> true;
        };
    }

    /** Whether a NOT NULL has more to it than its column; the name that PostgreSQL gives it is nothing. */
    private boolean saysMore(ConstraintRow constraint, RelationRow row) {
        return constraint.noInherit()
                || !constraint.validated()
                || comments.of("pg_constraint", constraint.oid()).isPresent()
                || !Pattern.matches("(?s).*_not_null\\d*", constraint.name());
    }

    private List<Index> indexes(RelationRow row) {
        return parts.indexesOf(row.oid()).stream()
                .filter(index -> !index.ofConstraint() && isUsable(index, row))
                .map(index -> index.index(keyText))
                .toList();
    }

    private boolean isUsable(IndexRow index, RelationRow row) {
        if (index.valid()) {
            return true;
        }
        if (row.kind() == 'p') {
            found.unmodelled("index " + index.name() + " is not attached in every partition of " + row.name());
            return true;
        }
        found.unmodelled("index " + index.name() + " on " + row.name() + " is invalid: its build did not end");
        return false;
    }

    private static RowSecurity rowSecurity(RelationRow row) {
        if (!row.rowSecurity()) {
            return RowSecurity.DISABLED;
        }
        return row.forcedRowSecurity() ? RowSecurity.FORCED : RowSecurity.ENABLED;
    }

    private static TableStorage storage(RelationRow row) {
        return new TableStorage(
                row.persistence() == 'u',
                StorageParameters.of(row.options(), row.toastOptions()),
                row.tablespace(),
                row.accessMethod(),
                replicaIdentity(row));
    }

    private static ReplicaIdentity replicaIdentity(RelationRow row) {
        return switch (row.replicaIdentity()) {
            case 'f' -> new ReplicaIdentity.Full();
            case 'n' -> new ReplicaIdentity.Nothing();
            case 'i' ->
                row.replicaIndex()
                        .<ReplicaIdentity>map(ReplicaIdentity.ByIndex::new)
                        .orElseGet(ReplicaIdentity.Nothing::new);
            default -> ReplicaIdentity.DEFAULT;
        };
    }

    void addView(RelationRow row) {
        boolean materialized = row.kind() == 'm';
        ObjectName.Kind kind = materialized ? ObjectName.Kind.MATERIALIZED_VIEW : ObjectName.Kind.VIEW;
        found.name("pg_class", row.oid(), ObjectName.of(kind, row.name()), row.owner());
        String query = row.definition().orElseThrow().strip();
        found.add(new View(
                row.name(),
                materialized,
                parts.columnsOf(row.oid()).stream().map(columns::ofView).toList(),
                List.of(),
                Sql.expression(query.endsWith(";") ? query.substring(0, query.length() - 1) : query),
                StorageParameters.of(row.options(), row.toastOptions()),
                indexes(row),
                parts.triggersOf(row.oid()).stream().map(TriggerRow::trigger).toList(),
                !materialized || row.populated(),
                row.accessMethod(),
                row.tablespace(),
                comments.of("pg_class", row.oid()),
                SourceSpan.NONE));
        addComments(row);
    }

    /** What is said of constraints, indexes, triggers and policies. */
    private void addComments(RelationRow row) {
        for (ConstraintRow constraint : parts.constraintsOf(row.oid())) {
            addComment(
                    comments.of("pg_constraint", constraint.oid()),
                    ObjectName.part(ObjectName.Kind.CONSTRAINT, row.name(), constraint.name()));
        }
        for (IndexRow index : parts.indexesOf(row.oid())) {
            if (index.valid() || row.kind() == 'p') {
                addComment(comments.of("pg_class", index.oid()), ObjectName.of(ObjectName.Kind.INDEX, index.name()));
            }
        }
        for (TriggerRow trigger : parts.triggersOf(row.oid())) {
            addComment(
                    comments.of("pg_trigger", trigger.oid()),
                    ObjectName.part(
                            ObjectName.Kind.TRIGGER,
                            row.name(),
                            trigger.trigger().name()));
        }
        for (PolicyRow policy : parts.policiesOf(row.oid())) {
            addComment(
                    comments.of("pg_policy", policy.oid()),
                    ObjectName.part(
                            ObjectName.Kind.POLICY, row.name(), policy.policy().name()));
        }
    }

    private void addComment(Optional<String> text, ObjectName on) {
        text.ifPresent(comment -> found.add(new Comment(on, comment, SourceSpan.NONE)));
    }
}
