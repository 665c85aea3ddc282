package io.pgorm.features.trigram;

import io.pgorm.client.FeatureField;
import io.pgorm.client.RowChoice;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A column of text with an index of trigrams: what is written nearly like it is found by the index, as {@code contains} and
 * {@code like} are. Generated code makes it. Immutable; safe for use by several threads.
 *
 * @param <R> jOOQ's record of the table
 */
public final class TrigramField<R extends Record> extends FeatureField<R, String> {

    private static final long serialVersionUID = 1L;

    /** PostgreSQL's own limit, below which the index finds nothing. */
    private static final double LEAST = 0.3;

    /** @param facts the methods of the indexes; a GiST index also gives rows in the order of their distance */
    public TrigramField(TableField<R, String> column, List<String> facts) {
        super(column);
    }

    /** How alike the two are: 0 for nothing in common, 1 for the same trigrams. */
    public Field<Float> similarity(String text) {
        return similarity(DSL.val(text));
    }

    /** As {@link #similarity(String)}, with a parameter of a prepared query. */
    public Field<Float> similarity(Field<String> text) {
        return DSL.function("similarity", SQLDataType.REAL, column(), text);
    }

    /** The rows whose whole text is written like this one, the likest first: for names with a slip in them. */
    public RowChoice alike(String text) {
        return alike(DSL.val(text));
    }

    /** As {@link #alike(String)}, with a parameter of a prepared query. */
    public RowChoice alike(Field<String> text) {
        return choice(DSL.condition("{0} % {1}", column(), text), "<->", text);
    }

    /**
     * As {@link #alike(String)}, for rows that are at least so like it.
     *
     * @throws IllegalArgumentException if below 0.3, where the index of PostgreSQL's own limit would not find them, or over 1
     */
    public RowChoice alike(String text, double least) {
        if (!(least >= LEAST && least <= 1)) {
            throw new IllegalArgumentException(
                    "rows are alike by 0.3 to 1, not " + least + ": what is less like it the index does not find;"
                            + " wordAlike(...) finds a short text in a long one");
        }
        RowChoice similar = alike(text);
        return new Choice(similar.condition().and(similarity(text).ge((float) least)), List.copyOf(similar.order()));
    }

    /** The rows in which some words are written like this text, the likest first: for a slip in a search of longer texts. */
    public RowChoice wordAlike(String text) {
        return wordAlike(DSL.val(text));
    }

    /** As {@link #wordAlike(String)}, with a parameter of a prepared query. */
    public RowChoice wordAlike(Field<String> text) {
        return choice(DSL.condition("{0} %> {1}", column(), text), "<->>", text);
    }

    /** What somebody may mean who has begun to write this: what begins like it first, then what is written like it. */
    public RowChoice suggest(String text) {
        String pattern = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        // not jOOQ's startsWithIgnoreCase, which compares lower(column), and of that there is no index
        Condition begins = DSL.condition("{0} ilike {1}", column(), DSL.val(pattern));
        RowChoice alike = wordAlike(text);
        return new Choice(
                begins.or(alike.condition()),
                List.of(
                        DSL.field(begins).desc(),
                        DSL.field("({0} <->> {1})", SQLDataType.REAL, column(), DSL.val(text)),
                        column()));
    }

    private RowChoice choice(Condition condition, String distance, Field<String> text) {
        Field<Float> away = DSL.field("({0} " + distance + " {1})", SQLDataType.REAL, column(), text);
        return new Choice(condition, List.of(away));
    }

    private record Choice(Condition condition, List<OrderField<?>> order) implements RowChoice {}
}
