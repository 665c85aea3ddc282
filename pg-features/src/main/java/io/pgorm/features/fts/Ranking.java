package io.pgorm.features.fts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * How well rows fit: by how often the words stand in them, or also by how near to each other. Immutable.
 *
 * @param coverDensity whether by nearness ({@code ts_rank_cd}), else by frequency ({@code ts_rank})
 * @param normalizations what is done about long texts
 */
public record Ranking(boolean coverDensity, Set<Normalization> normalizations) {

    public static final Ranking FREQUENCY = new Ranking(false, Set.of());
    public static final Ranking NEARNESS = new Ranking(true, Set.of());

    public Ranking {
        normalizations = Set.copyOf(normalizations);
    }

    /** What is done about long texts. */
    public enum Normalization {
        /** Divided by 1 + the logarithm of the length. */
        BY_LOG_LENGTH(1),
        BY_LENGTH(2),
        /** Divided by the mean distance between the places; for {@link Ranking#NEARNESS} only. */
        BY_DISTANCE(4),
        BY_UNIQUE_WORDS(8),
        BY_LOG_UNIQUE_WORDS(16),
        /** Between 0 and 1: {@code rank / (rank + 1)}. The order stays. */
        BELOW_ONE(32);

        private final int bit;

        Normalization(int bit) {
            this.bit = bit;
        }
    }

    /** With this done about long texts. */
    public Ranking normalized(Normalization... wanted) {
        Set<Normalization> all = EnumSet.noneOf(Normalization.class);
        all.addAll(normalizations);
        all.addAll(Arrays.asList(wanted));
        return new Ranking(coverDensity, all);
    }

    Field<Float> of(Field<?> column, Field<?> query) {
        int bits = normalizations.stream()
                .mapToInt(normalization -> normalization.bit)
                .sum();
        // With what must not be there, every row would rank as nothing: querytree is the query without.
        Field<?> wanted = DSL.field("cast(querytree({0}) as tsquery)", query);
        return DSL.function(
                coverDensity ? "ts_rank_cd" : "ts_rank", SQLDataType.REAL, column, wanted, DSL.inline(bits));
    }
}
