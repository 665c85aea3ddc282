package io.pgorm.features.ltree;

import io.pgorm.client.FeatureField;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A column of type {@code ltree}: where a row stands in a tree, as labels from the root, {@code top.science.astronomy}. A GiST
 * index ({@code @@index([place], type: GIST)}) answers its conditions. Generated code makes it. Immutable.
 *
 * @param <R> jOOQ's record of the table
 */
public final class LtreeField<R extends Record> extends FeatureField<R, String> {

    private static final long serialVersionUID = 1L;

    /** What PostgreSQL 16 and later take; before it, no hyphen. */
    private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}_-]{1,1000}");

    /** @param facts none */
    public LtreeField(TableField<R, String> column, List<String> facts) {
        super(column);
    }

    /**
     * A path of these labels.
     *
     * @throws IllegalArgumentException if one is empty, over 1,000 characters, or has others than letters, digits, _ and -
     */
    public static String path(String... labels) {
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                throw new IllegalArgumentException("a label has 1 to 1000 letters, digits, _ and -; take"
                        + " the key of the row for it, or replace what else there is");
            }
        }
        return String.join(".", labels);
    }

    /** The rows at the path and below it. */
    public Condition under(String path) {
        return DSL.condition("{0} <@ {1}", column(), ltree(path));
    }

    /** The rows at the path and on the way from the root to it. */
    public Condition above(String path) {
        return DSL.condition("{0} @> {1}", column(), ltree(path));
    }

    /**
     * The rows whose path fits a pattern: {@code top.*.astro*}.
     *
     * @param lquery in the language of {@code lquery}; not to be put together of what comes from outside
     */
    public Condition fits(String lquery) {
        return DSL.condition("{0} ~ cast({1} as lquery)", column(), DSL.val(lquery));
    }

    /** How many labels the path has. */
    public Field<Integer> depth() {
        return DSL.function("nlevel", SQLDataType.INTEGER, column());
    }

    /** The last label. */
    public Field<String> label() {
        return DSL.field("cast(subpath({0}, -1) as text)", String.class, column());
    }

    private static Field<?> ltree(String path) {
        return DSL.field("cast({0} as ltree)", DSL.val(path));
    }
}
