package io.pgorm.client;

import org.jooq.Context;
import org.jooq.DataType;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.CustomField;
import org.jspecify.annotations.Nullable;

/**
 * A column of a generated table that can do more than any field of jOOQ: the base of the classes that an extension names
 * by {@code SchemaExtension.clientFields}. It stands wherever jOOQ's field would, and equals it. Immutable; safe for use
 * by several threads.
 *
 * <p>A subclass has one type parameter, the record of the table, and a public constructor {@code (TableField<R, T> column,
 * List<String> facts)}. Its calls give jOOQ's conditions and fields, which may be {@link QuerySettings} or put together a
 * {@link RowChoice}.
 *
 * @param <R> jOOQ's record of the table
 * @param <T> the Java type of the values
 */
public abstract class FeatureField<R extends Record, T> extends CustomField<T> implements TableField<R, T> {

    private static final long serialVersionUID = 1L;

    private final TableField<R, T> column;

    protected FeatureField(TableField<R, T> column) {
        this(column, column.getDataType());
    }

    /** @param type that of the column, with a binding of the subclass's own */
    protected FeatureField(TableField<R, T> column, DataType<T> type) {
        super(column.getUnqualifiedName(), type);
        this.column = column;
    }

    /** jOOQ's own field of the column. */
    protected final TableField<R, T> column() {
        return column;
    }

    @Override
    public final @Nullable Table<R> getTable() {
        return column.getTable();
    }

    @Override
    public final org.jooq.Name getQualifiedName() {
        return column.getQualifiedName();
    }

    @Override
    public final void accept(Context<?> context) {
        context.visit(column);
    }

    @Override
    public final boolean equals(Object other) {
        return column.equals(other instanceof FeatureField<?, ?> field ? field.column : other);
    }

    @Override
    public final int hashCode() {
        return column.hashCode();
    }
}
