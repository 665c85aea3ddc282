package io.pgorm.client.internal;

import io.pgorm.client.Key;
import java.util.List;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Where the value of a column of a nested write comes from. */
sealed interface Origin {

    /** Whether both get their value in the same way, from the same place. */
    default boolean isLike(Origin other) {
        return switch (this) {
            case Value value -> other instanceof Value;
            case Written written ->
                other instanceof Written that && that.step == written.step && that.column == written.column;
            case Found found -> other instanceof Found that && that.key == found.key && that.column == found.column;
        };
    }

    /** From the caller. */
    record Value(@Nullable Object value) implements Origin {
        @Override
        public String toString() {
            return "?";
        }
    }

    /**
     * From a row that an earlier statement of the round trip writes.
     *
     * @param row which of its rows, counted from 1
     */
    record Written(NestedStep step, int row, TableField<?, ?> column) implements Origin {}

    /**
     * From a row that is there, found by a key.
     *
     * @param column of that row
     */
    record Found(Key<?> key, List<Object> values, TableField<?, ?> column) implements Origin {
        @Override
        public String toString() {
            return column + " by " + key.fields();
        }
    }
}
