package io.pgorm.features.vector;

import java.util.List;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.SQLDataType;

/**
 * A column of type {@code vector}. Generated code makes it.
 *
 * @param <R> jOOQ's record of the table
 */
public final class VectorField<R extends Record> extends NearestField<R, Vector> {

    private static final long serialVersionUID = 1L;

    /** @param facts the dimensions, or the empty text; then each index, {@code hnsw vector_cosine_ops} */
    public VectorField(TableField<R, Vector> column, List<String> facts) {
        super(
                column,
                SQLDataType.OTHER
                        .asConvertedDataType(new VectorBinding(column.getName(), dimensions(facts)))
                        .nullability(column.getDataType().nullability()),
                facts);
    }

    @Override
    int dimensionsOf(Vector value) {
        return value.dimensions();
    }
}
