package io.pgorm.features.fts;

import io.pgorm.client.RowChoice;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Converter;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The rows that fit a term, the best first: {@code db.posts().by(POSTS.SEARCH.search("cats -dogs")).limit(10)}. Its {@link
 * #condition()}, {@link #rank()} and {@link #highlight} stand in any query and shape too. Immutable.
 */
public final class Search implements RowChoice {

    private final Field<String> column;
    private final Field<?> configuration;
    private final Field<?> query;
    private final Condition rows;
    private final @Nullable Ranking ranking;

    Search(Field<String> column, String configuration, SearchTerm term, Condition rows) {
        this.column = column;
        this.configuration = DSL.field("cast({0} as regconfig)", DSL.inline(configuration));
        this.query = term.query(this.configuration);
        this.rows = rows;
        this.ranking = Ranking.FREQUENCY;
    }

    private Search(Search search, @Nullable Ranking ranking) {
        this.column = search.column;
        this.configuration = search.configuration;
        this.query = search.query;
        this.rows = search.rows;
        this.ranking = ranking;
    }

    /** The best first by another measure. */
    public Search ranked(Ranking by) {
        return new Search(this, by);
    }

    /** In no order of its own, so that not all rows that fit have to be looked at for the first ten. */
    public Search unranked() {
        return new Search(this, (Ranking) null);
    }

    @Override
    public Condition condition() {
        return DSL.condition("{0} @@ {1}", column, query).and(rows);
    }

    @Override
    public List<OrderField<?>> order() {
        return ranking == null ? List.of() : List.of(rank().desc());
    }

    /** How well a row fits. */
    public Field<Float> rank() {
        return (ranking == null ? Ranking.FREQUENCY : ranking).of(column, query);
    }

    /**
     * Pieces of a text with the words that were found marked. Where the query has a limit, PostgreSQL makes them for the
     * rows within it only.
     */
    public Field<Highlight> highlight(Field<String> text) {
        return highlight(text, HighlightOptions.DEFAULT);
    }

    /** As {@link #highlight(Field)}. */
    public Field<Highlight> highlight(Field<String> text, HighlightOptions options) {
        return DSL.function(
                        "ts_headline", SQLDataType.CLOB, configuration, text, query, DSL.inline(options.toPostgres()))
                .convert(Converter.ofNullable(String.class, Highlight.class, Highlight::new, Highlight::marked));
    }
}
