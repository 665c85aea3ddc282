package io.pgorm.client.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Reads the key by which rows of two result sets belong together. Both sides of it are the parent's column, so that
 * equal keys are equal values even where PostgreSQL has a wider notion of equal (citext, numeric).
 */
record KeyReader(List<Integer> positions, List<ColumnReader> readers) {

    static KeyReader of(List<Integer> positions, List<? extends Field<?>> fields) {
        return new KeyReader(positions, fields.stream().map(ColumnReader::of).toList());
    }

    /** The key; null where a column of it is NULL, for such a row has no related rows. */
    @Nullable
    Object read(ResultSet row) throws SQLException {
        if (positions.size() == 1) {
            return hashable(readers.get(0).read(row, positions.get(0)));
        }
        List<Object> key = new ArrayList<>(positions.size());
        for (int i = 0; i < positions.size(); i++) {
            Object value = hashable(readers.get(i).read(row, positions.get(i)));
            if (value == null) {
                return null;
            }
            key.add(value);
        }
        return key;
    }

    private static @Nullable Object hashable(@Nullable Object value) {
        return value instanceof byte[] bytes ? java.nio.ByteBuffer.wrap(bytes) : value;
    }
}
