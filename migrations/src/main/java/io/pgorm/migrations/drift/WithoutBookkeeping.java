package io.pgorm.migrations.drift;

import io.pgorm.database.catalog.Catalog;
import io.pgorm.ir.Comment;
import io.pgorm.ir.Grant;
import io.pgorm.ir.Ownership;
import io.pgorm.ir.Role;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.Table;
import java.util.Set;

/** Leaves out of a catalog what migrations are kept count of with, and roles. Immutable. */
final class WithoutBookkeeping {

    private static final Set<String> OURS = Set.of("pgorm_journal", "pgorm_rollback");

    private final String historyTable;

    WithoutBookkeeping(String historyTable) {
        this.historyTable = historyTable;
    }

    Catalog bookkeeping(Catalog catalog) {
        return catalog.withSchema(catalog.schema()
                .withObjects(catalog.schema().objects().stream()
                        .filter(object -> !isBookkeeping(object))
                        .toList()));
    }

    private boolean isBookkeeping(SchemaObject object) {
        return switch (object) {
            case Role ignored -> true;
            case Table table -> isBookkeeping(table.name().name());
            case Comment comment -> isBookkeeping(comment.on().name().name());
            case Grant grant -> isBookkeeping(grant.on().name().name());
            case Ownership ownership -> isBookkeeping(ownership.of().name().name());
            default -> false;
        };
    }

    private boolean isBookkeeping(String table) {
        return table.equals(historyTable) || OURS.contains(table);
    }
}
