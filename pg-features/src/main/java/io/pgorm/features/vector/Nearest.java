package io.pgorm.features.vector;

import io.pgorm.client.QuerySettings;
import io.pgorm.client.RowChoice;
import io.pgorm.features.vector.DistanceIndex.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The rows nearest to a value, the nearest first. To be limited; how far the index is searched is set for the one query,
 * in its own round trip.
 *
 * <p>An HNSW index looks at 40 rows by itself. Where a condition or a policy leaves some of them out, or more are asked for,
 * it goes on by itself until there are enough ({@link IterativeScan#STRICT_ORDER}), up to {@code maxScanTuples} rows.
 * IVFFlat can only go on in {@link IterativeScan#RELAXED_ORDER}: rows then come nearly in their order. Immutable.
 */
public final class Nearest implements RowChoice {

    private static final int DEFAULT_EF_SEARCH = 40;

    private final Field<Double> distance;
    private final Optional<Method> method;
    private final SearchWidth width;
    private final @Nullable Double most;

    Nearest(Field<Double> distance, Optional<Method> method, SearchWidth width) {
        this(distance, method, width, null);
    }

    private Nearest(Field<Double> distance, Optional<Method> method, SearchWidth width, @Nullable Double most) {
        this.distance = distance;
        this.method = method;
        this.width = width;
        this.most = most;
    }

    /**
     * How many candidates HNSW keeps while it searches: the more, the more of the true nearest are found, and the longer
     * it takes. 40 by itself.
     *
     * @throws IllegalArgumentException if not between 1 and 1000
     * @throws IllegalStateException if the index is none of HNSW
     */
    public Nearest efSearch(int candidates) {
        require(Method.HNSW, "efSearch");
        return with(new SearchWidth(
                within("efSearch", candidates, 1, 1000), width.probes(), width.maxScanTuples(), width.iterative()));
    }

    /**
     * How many lists of an IVFFlat index are looked through. 1 by itself.
     *
     * @throws IllegalArgumentException if not between 1 and 32768
     * @throws IllegalStateException if the index is none of IVFFlat
     */
    public Nearest probes(int lists) {
        require(Method.IVFFLAT, "probes");
        return with(new SearchWidth(
                width.efSearch(), within("probes", lists, 1, 32_768), width.maxScanTuples(), width.iterative()));
    }

    /**
     * After how many rows an HNSW index no longer goes on. 20,000 by itself.
     *
     * @throws IllegalArgumentException if not positive
     * @throws IllegalStateException if the index is none of HNSW
     */
    public Nearest maxScanTuples(int rows) {
        require(Method.HNSW, "maxScanTuples");
        return with(new SearchWidth(
                width.efSearch(),
                width.probes(),
                within("maxScanTuples", rows, 1, Integer.MAX_VALUE),
                width.iterative()));
    }

    /**
     * Whether the index goes on where rows are too few, in place of what is best for the query.
     *
     * @throws IllegalArgumentException if the index cannot
     */
    public Nearest iterative(IterativeScan scan) {
        if (scan == IterativeScan.STRICT_ORDER && method.equals(Optional.of(Method.IVFFLAT))) {
            throw new IllegalArgumentException("IVFFlat knows RELAXED_ORDER only");
        }
        return with(new SearchWidth(width.efSearch(), width.probes(), width.maxScanTuples(), scan));
    }

    /** Only rows that are at most so far. */
    public Nearest within(double distance) {
        return new Nearest(this.distance, method, width, distance);
    }

    /** How far a row is. */
    public Field<Double> distance() {
        return distance;
    }

    @Override
    public Condition condition() {
        return most == null ? DSL.noCondition() : distance.le(most);
    }

    @Override
    public List<OrderField<?>> order() {
        return List.of(new ByDistance(this));
    }

    private Nearest with(SearchWidth newWidth) {
        return new Nearest(distance, method, newWidth, most);
    }

    private void require(Method wanted, String call) {
        if (method.isPresent() && method.get() != wanted) {
            throw new IllegalStateException(
                    call + " is for an index by " + wanted + ", and this one is by " + method.get());
        }
    }

    private static int within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is from " + least + " to " + most + ", not " + value);
        }
        return value;
    }

    private Map<String, String> settings(QuerySettings.Use use) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (method.isEmpty()) {
            return settings;
        }
        String prefix = method.get().name().toLowerCase(Locale.ROOT) + ".";
        Integer candidates = width.efSearch() == null ? width.probes() : width.efSearch();
        if (candidates != null) {
            settings.put(prefix + (width.efSearch() == null ? "probes" : "ef_search"), candidates.toString());
        }
        if (width.maxScanTuples() != null) {
            settings.put(prefix + "max_scan_tuples", width.maxScanTuples().toString());
        }
        iterative(use).ifPresent(scan -> settings.put(prefix + "iterative_scan", scan));
        return settings;
    }

    private Optional<String> iterative(QuerySettings.Use use) {
        if (width.iterative() != null) {
            return Optional.of(width.iterative().name().toLowerCase(Locale.ROOT));
        }
        int seen = width.efSearch() == null ? DEFAULT_EF_SEARCH : width.efSearch();
        Integer wanted = use.wanted();
        boolean more = use.filtered() || wanted == null || wanted > seen || method.get() == Method.IVFFLAT;
        return more ? Optional.of(method.get() == Method.HNSW ? "strict_order" : "relaxed_order") : Optional.empty();
    }

    /** The order, which brings its settings to whatever query it stands in. */
    private static final class ByDistance extends CustomField<Double> implements QuerySettings {

        private static final long serialVersionUID = 1L;

        private final transient Nearest nearest;

        ByDistance(Nearest nearest) {
            super("distance", nearest.distance.getDataType());
            this.nearest = nearest;
        }

        @Override
        public void accept(Context<?> context) {
            context.visit(nearest.distance);
        }

        @Override
        public Map<String, String> settings(Use use) {
            return nearest.settings(use);
        }
    }
}
