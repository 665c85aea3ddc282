package io.pgorm.client.internal;

import java.util.Arrays;
import java.util.List;
import org.jooq.TableField;

/**
 * Columns in an order, compared by identity: cheap enough to look a statement up by at each call, where jOOQ's fields
 * compare by their names. The columns of a generated table are constants.
 */
final class Columns {

    private final TableField<?, ?>[] fields;
    private final int hash;

    private Columns(TableField<?, ?>[] fields) {
        this.fields = fields;
        int all = 1;
        for (TableField<?, ?> field : fields) {
            all = 31 * all + System.identityHashCode(field);
        }
        this.hash = all;
    }

    static Columns of(TableField<?, ?>... fields) {
        return new Columns(fields);
    }

    List<TableField<?, ?>> list() {
        return List.of(fields);
    }

    TableField<?, ?>[] array() {
        return fields;
    }

    int size() {
        return fields.length;
    }

    /** Where the column is; -1 if it is not here. */
    int indexOf(TableField<?, ?> wanted) {
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** Where each of the columns is; empty if one is not here. */
    List<Integer> positions(List<? extends TableField<?, ?>> wanted) {
        List<Integer> positions = wanted.stream().map(this::indexOf).toList();
        return positions.contains(-1) ? List.of() : positions;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Columns that) || that.hash != hash || that.fields.length != fields.length) {
            return false;
        }
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] != that.fields[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Arrays.toString(fields);
    }
}
