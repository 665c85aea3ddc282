package io.pgorm.client.internal;

import io.pgorm.client.Create;
import io.pgorm.client.ModelType;
import io.pgorm.client.error.ShapeMismatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * What is merged into a table.
 *
 * @param query gives one column for each of the columns
 * @param arguments for its slots
 * @param isEmpty whether it is known to give no row
 */
public record MergeRows(
        List<? extends TableField<?, ?>> columns, QueryPart query, Object[] arguments, boolean isEmpty) {

    /**
     * Rows of the caller, as arrays.
     *
     * @throws IllegalArgumentException if they set different fields
     */
    public static MergeRows of(ModelType<?> model, Iterable<? extends Create<?>> rows) {
        List<Create<?>> all = new ArrayList<>();
        rows.forEach(all::add);
        Collection<BulkRows> groups = BulkRows.grouped(model, all);
        if (groups.isEmpty()) {
            return none(model);
        }
        BulkRows only = BulkRows.onlyOne(groups, "rows that are merged");
        if (!only.hasText() || only.columns().size() == 0) {
            throw new ShapeMismatch("rows of " + model.name() + " cannot travel as arrays; write them one by one");
        }
        return new MergeRows(only.columns().list(), Unnest.select(model, only.columns()), only.arrays(), false);
    }

    /** No row leaves it open which fields it sets, so that any may be spoken of. */
    private static MergeRows none(ModelType<?> model) {
        List<Field<?>> nulls = new ArrayList<>();
        for (TableField<?, ?> column : model.columns()) {
            nulls.add(DSL.field("null::" + model.sqlType(column), column.getDataType()));
        }
        return new MergeRows(model.columns(), DSL.select(nulls).where(DSL.falseCondition()), new Object[0], true);
    }

    /**
     * What a query gives.
     *
     * @throws IllegalArgumentException if there are not as many fields as columns of the query, or they are not the model's
     */
    public static MergeRows of(ModelType<?> model, Select<?> query, TableField<?, ?>... fields) {
        if (query.$select().size() != fields.length) {
            throw new IllegalArgumentException(
                    "the query gives " + query.$select().size() + " columns, and " + fields.length + " fields of "
                            + model.name() + " are named for them");
        }
        for (TableField<?, ?> field : fields) {
            if (!model.columns().contains(field)) {
                throw new IllegalArgumentException(field + " is no field of " + model.name());
            }
        }
        return new MergeRows(Arrays.asList(fields), query, new Object[0], false);
    }
}
