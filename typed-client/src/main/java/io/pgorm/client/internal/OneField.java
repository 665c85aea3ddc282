package io.pgorm.client.internal;

import org.jooq.Context;
import org.jooq.Field;
import org.jooq.impl.CustomField;

/**
 * A field of the row at the other end of a relation to one. By itself it is a subquery, which may stand anywhere; where
 * a shape joins that row anyway, {@link LayoutCompiler} takes it from there.
 */
public final class OneField<T> extends CustomField<T> {

    private static final long serialVersionUID = 1L;

    private final transient RelationQuery relation;
    private final Field<T> field;

    public OneField(RelationQuery relation, Field<T> field) {
        super(field.getName(), field.getDataType());
        this.relation = relation;
        this.field = field;
    }

    RelationQuery relation() {
        return relation;
    }

    Field<T> field() {
        return field;
    }

    @Override
    public void accept(Context<?> context) {
        context.visit(relation.value(field));
    }
}
