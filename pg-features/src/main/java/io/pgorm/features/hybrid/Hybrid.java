package io.pgorm.features.hybrid;

import io.pgorm.client.QuerySettings;
import io.pgorm.client.RowChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;

/**
 * Rows that are found in several ways, fused by reciprocal rank: {@code db.documents().by(Hybrid.of(DOCUMENTS,
 * DOCUMENTS.SEARCH.search(words), DOCUMENTS.EMBEDDING.nearest(vector))).limit(10)}. Each way names its best candidates; a row
 * gets 1 / (60 + its place) for each list that it is in, and the highest sum comes first. One query, one round trip, and
 * under the caller's policies. Immutable.
 *
 * <p>A condition on the query itself leaves out rows after they were named; one given to {@link #where} before.
 */
public final class Hybrid implements RowChoice {

    private static final int CANDIDATES = 60;
    private static final int SMOOTHING = 60;

    private final Table<?> table;
    private final Field<?> key;
    private final List<RowChoice> ways;
    private final Condition where;
    private final int candidates;

    private Hybrid(Table<?> table, Field<?> key, List<RowChoice> ways, Condition where, int candidates) {
        this.table = table;
        this.key = key;
        this.ways = ways;
        this.where = where;
        this.candidates = candidates;
    }

    /**
     * The rows of a table that these ways find.
     *
     * @throws IllegalArgumentException if the table has no primary key of one column, or a way has no order
     */
    public static Hybrid of(Table<?> table, RowChoice... ways) {
        UniqueKey<?> key = table.getPrimaryKey();
        if (key == null || key.getFields().size() != 1) {
            throw new IllegalArgumentException(
                    table.getName() + " needs a primary key of one column, by which the ways are brought together");
        }
        for (RowChoice way : ways) {
            if (way.order().isEmpty()) {
                throw new IllegalArgumentException("each way needs an order, which its candidates are named in:"
                        + " a search that is unranked() has none");
            }
        }
        Field<?> column =
                java.util.Objects.requireNonNull(table.field(key.getFields().get(0)));
        return new Hybrid(table, column, List.of(ways), DSL.noCondition(), CANDIDATES);
    }

    /** Only rows that satisfy this condition too are named. */
    public Hybrid where(Condition more) {
        return new Hybrid(table, key, ways, where.and(more), candidates);
    }

    /**
     * How many rows each way names; 60 by itself. More than the limit of the query.
     *
     * @throws IllegalArgumentException if not positive
     */
    public Hybrid candidates(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("each way names at least one row, not " + most);
        }
        return new Hybrid(table, key, ways, where, most);
    }

    @Override
    public Condition condition() {
        List<Condition> named = new ArrayList<>();
        for (RowChoice way : ways) {
            named.add(DSL.condition("{0} = any({1})", key, list(way)));
        }
        return DSL.or(named);
    }

    @Override
    public List<OrderField<?>> order() {
        return List.of(new Score().desc());
    }

    /** The sum of the reciprocal ranks. */
    public Field<Double> score() {
        return new Score();
    }

    /** The keys that a way names, in its order. It depends on no row, so that PostgreSQL asks once. */
    private Field<?> list(RowChoice way) {
        Select<?> named = DSL.select(key)
                .from(table)
                .where(where.and(way.condition()))
                .orderBy(way.order())
                .limit(DSL.inline(candidates));
        return DSL.field("array({0})", named);
    }

    private final class Score extends CustomField<Double> implements QuerySettings {

        private static final long serialVersionUID = 1L;

        Score() {
            super("score", org.jooq.impl.SQLDataType.DOUBLE);
        }

        @Override
        public void accept(Context<?> context) {
            Field<Double> sum = DSL.inline(0.0);
            for (RowChoice way : ways) {
                sum = sum.plus(DSL.field(
                        "coalesce(1.0::double precision / (" + SMOOTHING + " + array_position({0}, {1})), 0)",
                        Double.class,
                        list(way),
                        key));
            }
            context.visit(sum);
        }

        @Override
        public Map<String, String> settings(Use use) {
            Map<String, String> settings = new LinkedHashMap<>();
            for (RowChoice way : ways) {
                for (OrderField<?> order : way.order()) {
                    Object ordered = order instanceof SortField<?> sort ? sort.$field() : order;
                    if (ordered instanceof QuerySettings asked) {
                        settings.putAll(asked.settings(new Use(true, candidates)));
                    }
                }
            }
            return settings;
        }
    }
}
