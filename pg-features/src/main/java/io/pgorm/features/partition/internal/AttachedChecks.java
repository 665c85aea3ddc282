package io.pgorm.features.partition.internal;

import io.pgorm.features.internal.Attributes;
import io.pgorm.ir.Column;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Hierarchy.PartitionOf;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What keeps a table from being a partition of another. For one table and one thread. */
final class AttachedChecks {

    private final Schema schema;
    private final String model;
    private final List<Diagnostic> found = new ArrayList<>();

    private AttachedChecks(Schema schema, String model) {
        this.schema = schema;
        this.model = model;
    }

    static List<Diagnostic> check(Schema schema, Table table) {
        AttachedChecks checks = new AttachedChecks(schema, Attributes.model(schema, table.name()));
        table.hierarchy().partitionOf().ifPresent(above -> checks.attached(table, above));
        return checks.found;
    }

    private void attached(Table table, PartitionOf above) {
        Optional<Table> parent = schema.table(above.parent());
        String parentModel = Attributes.model(schema, above.parent());
        if (above.parent().equals(table.name())) {
            error(above.span(), model + " cannot be a partition of itself", "name another model");
        } else if (parent.isEmpty() || parent.get().hierarchy().partitionedBy().isEmpty()) {
            error(
                    above.span(),
                    parentModel + " is not partitioned",
                    "add @@partition([field], by: RANGE), LIST or HASH to " + parentModel);
        } else if (isBelow(parent.get(), table)) {
            error(above.span(), model + " would be above and below " + parentModel, "leave one @@partition.of out");
        } else {
            columns(table, parent.get(), parentModel, above.span());
            checks(table, parent.get(), parentModel, above.span());
        }
    }

    private boolean isBelow(Table start, Table wanted) {
        Optional<Table> at = Optional.of(start);
        for (int steps = 0; at.isPresent() && steps < schema.tables().size(); steps++) {
            at = at.get().hierarchy().partitionOf().flatMap(above -> schema.table(above.parent()));
            if (at.filter(table -> table.name().equals(wanted.name())).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private void columns(Table table, Table parent, String parentModel, SourceSpan span) {
        for (Column column : parent.columns()) {
            String field = Attributes.field(schema, parent.name(), column.name());
            Optional<Column> own = table.column(column.name());
            if (own.isEmpty()) {
                error(
                        span,
                        model + " lacks the field " + field + " of " + parentModel,
                        "a partition has the same fields: write it here too");
            } else if (!own.get().type().sql().equals(column.type().sql())) {
                error(
                        own.get().span(),
                        field + " has another type in " + parentModel + ": "
                                + column.type().sql(),
                        "a partition has the same fields: give it the same type");
            } else if (own.get().nullable() && !column.nullable()) {
                error(
                        own.get().span(),
                        field + " may not be absent in " + parentModel,
                        "a partition takes what its parent takes: leave the `?` out");
            }
        }
        for (Column column : table.columns()) {
            if (parent.column(column.name()).isEmpty()) {
                error(
                        column.span(),
                        parentModel + " has no field " + Attributes.field(schema, table.name(), column.name()),
                        "a partition has the same fields: write it there too, or leave it out here");
            }
        }
    }

    /** PostgreSQL makes indexes and foreign keys of the parent by itself, but not its checks. */
    private void checks(Table table, Table parent, String parentModel, SourceSpan span) {
        for (Constraint.Check check : parent.checks()) {
            if (table.checks().stream().noneMatch(own -> own.name().equals(check.name()))) {
                error(
                        span,
                        model + " lacks the check " + check.name() + " of " + parentModel,
                        "write it here too, with name: \"" + check.name() + "\"");
            }
        }
    }

    private void error(SourceSpan span, String message, String help) {
        found.add(Diagnostic.error(PartitionCodes.ATTACHED, message, span).withHelp(help));
    }
}
