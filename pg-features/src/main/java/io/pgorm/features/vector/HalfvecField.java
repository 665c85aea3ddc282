package io.pgorm.features.vector;

import java.util.List;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.SQLDataType;

/**
 * A column of type {@code halfvec}. Generated code makes it.
 *
 * @param <R> jOOQ's record of the table
 */
public final class HalfvecField<R extends Record> extends NearestField<R, Halfvec> {

    private static final long serialVersionUID = 1L;

    /** @param facts the dimensions, or the empty text; then each index, {@code hnsw halfvec_cosine_ops} */
    public HalfvecField(TableField<R, Halfvec> column, List<String> facts) {
        super(
                column,
                SQLDataType.OTHER
                        .asConvertedDataType(new HalfvecBinding(column.getName(), dimensions(facts)))
                        .nullability(column.getDataType().nullability()),
                facts);
    }

    @Override
    int dimensionsOf(Halfvec value) {
        return value.dimensions();
    }
}
