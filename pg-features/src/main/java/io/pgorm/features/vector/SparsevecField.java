package io.pgorm.features.vector;

import java.util.List;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.SQLDataType;

/**
 * A column of type {@code sparsevec}. Generated code makes it.
 *
 * @param <R> jOOQ's record of the table
 */
public final class SparsevecField<R extends Record> extends NearestField<R, Sparsevec> {

    private static final long serialVersionUID = 1L;

    /** @param facts the dimensions, or the empty text; then each index, {@code hnsw sparsevec_cosine_ops} */
    public SparsevecField(TableField<R, Sparsevec> column, List<String> facts) {
        super(
                column,
                SQLDataType.OTHER
                        .asConvertedDataType(new SparsevecBinding(column.getName(), dimensions(facts)))
                        .nullability(column.getDataType().nullability()),
                facts);
    }

    @Override
    int dimensionsOf(Sparsevec value) {
        return value.dimensions();
    }
}
