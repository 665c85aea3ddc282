package io.pgorm.features.vector;

import io.pgorm.client.type.BitString;
import java.util.List;
import org.jooq.Record;
import org.jooq.TableField;

/**
 * A column of type {@code bit} with an index of pgvector. Generated code makes it.
 *
 * @param <R> jOOQ's record of the table
 */
public final class BitField<R extends Record> extends NearestField<R, BitString> {

    private static final long serialVersionUID = 1L;

    /** @param facts the number of bits; then each index, {@code hnsw bit_hamming_ops} */
    public BitField(TableField<R, BitString> column, List<String> facts) {
        super(column, column.getDataType(), facts);
    }

    @Override
    int dimensionsOf(BitString value) {
        return value.length();
    }

    @Override
    boolean isBits() {
        return true;
    }
}
