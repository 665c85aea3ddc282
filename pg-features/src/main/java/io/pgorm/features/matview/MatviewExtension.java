package io.pgorm.features.matview;

import io.pgorm.ir.Comment;
import io.pgorm.ir.Grant;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.Ownership;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.Table;
import io.pgorm.ir.spi.SchemaExtension;

/**
 * Knows the table {@code pgorm_refreshes}, in which {@link MaterializedView} notes when a view was filled: it is no part of a
 * schema, and whatever compares schemas leaves it out.
 */
public final class MatviewExtension implements SchemaExtension {

    static final String TABLE = "pgorm_refreshes";

    @Override
    public String name() {
        return "matview";
    }

    @Override
    public Schema forget(Schema schema) {
        return schema.withObjects(
                schema.objects().stream().filter(object -> !isOurs(object)).toList());
    }

    private static boolean isOurs(SchemaObject object) {
        return switch (object) {
            case Table table -> table.name().name().equals(TABLE);
            case Grant grant -> isOurs(grant.on());
            case Comment comment -> isOurs(comment.on());
            case Ownership owner -> isOurs(owner.of());
            default -> false;
        };
    }

    private static boolean isOurs(ObjectName name) {
        boolean ofTable = name.kind() == ObjectName.Kind.TABLE || name.part().isPresent();
        return ofTable && name.name().name().equals(TABLE);
    }
}
