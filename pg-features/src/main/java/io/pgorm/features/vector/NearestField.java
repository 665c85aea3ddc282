package io.pgorm.features.vector;

import io.pgorm.client.FeatureField;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A column whose rows are found by how near they are to a value. It knows its dimensions and its indexes, so that a value
 * of other dimensions, or a distance that no index is for, is an error before anything is sent. Immutable; safe for use
 * by several threads.
 *
 * @param <R> jOOQ's record of the table
 * @param <T> the Java type of the vectors
 */
public abstract sealed class NearestField<R extends Record, T> extends FeatureField<R, T>
        permits VectorField, HalfvecField, SparsevecField, BitField {

    private static final long serialVersionUID = 1L;

    private final @Nullable Integer dimensions;
    private final transient List<DistanceIndex> indexes;

    NearestField(TableField<R, T> column, DataType<T> type, List<String> facts) {
        super(column, type);
        this.dimensions = dimensions(facts).isPresent() ? dimensions(facts).getAsInt() : null;
        this.indexes = facts.stream()
                .skip(1)
                .flatMap(fact -> DistanceIndex.of(fact).stream())
                .toList();
    }

    static OptionalInt dimensions(List<String> facts) {
        return facts.get(0).isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(facts.get(0)));
    }

    /** How many dimensions a value has. */
    abstract int dimensionsOf(T value);

    /** Whether its values are bits. */
    boolean isBits() {
        return false;
    }

    /**
     * The rows nearest to the value, by the distance that the index is for.
     *
     * @throws IllegalArgumentException if the value has other dimensions
     * @throws IllegalStateException if there is no index, or several for different distances: say which distance
     */
    public final Nearest nearest(T value) {
        return nearest(value, onlyDistance());
    }

    /**
     * The rows nearest to the value: {@code db.items().by(ITEMS.EMBEDDING.nearest(vector, Distance.COSINE)).limit(10)}.
     * Where the column has an index, it must be one for this distance; {@link #distance} takes any, and looks at all rows.
     *
     * @throws IllegalArgumentException if the value has other dimensions, or the index is for another distance
     */
    public final Nearest nearest(T value, Distance by) {
        return nearest(checked(value), by, DSL.val(value, this));
    }

    /** As {@link #nearest(Object, Distance)}, with a parameter of a prepared query. */
    public final Nearest nearest(Field<T> value, Distance by) {
        return nearest(null, by, value);
    }

    private Nearest nearest(@Nullable T unused, Distance by, Field<T> value) {
        Optional<DistanceIndex> index =
                indexes.stream().filter(candidate -> candidate.distance() == by).findFirst();
        if (index.isEmpty() && !indexes.isEmpty()) {
            throw new IllegalArgumentException("the index of " + getName() + " is for "
                    + indexes.get(0).distance() + " and cannot find by " + by + ": ask for Distance."
                    + indexes.get(0).distance() + ", or add @@index([...], type: HNSW, ops: " + operatorClass(by)
                    + ") to the model, or order by distance(value, Distance." + by + "), which reads all rows");
        }
        return new Nearest(distance(value, by), index.map(DistanceIndex::method), SearchWidth.DEFAULT);
    }

    /**
     * How far each row is from the value; NULL where the column is. A field like any other: no index is asked for.
     *
     * @throws IllegalArgumentException if the value has other dimensions
     */
    public final Field<Double> distance(T value, Distance by) {
        return distance(DSL.val(checked(value), this), by);
    }

    /** As {@link #distance(Object, Distance)}, with a parameter of a prepared query, or another column. */
    public final Field<Double> distance(Field<T> value, Distance by) {
        if (by.isOfBits() != isBits()) {
            throw new IllegalArgumentException(by + " is a distance of " + (by.isOfBits() ? "bits" : "vectors")
                    + ", and " + getName() + " is none");
        }
        return DSL.field("({0} " + by.operator() + " {1})", Double.class, column(), value);
    }

    private Distance onlyDistance() {
        List<Distance> distances =
                indexes.stream().map(DistanceIndex::distance).distinct().toList();
        if (distances.size() != 1) {
            throw new IllegalStateException(
                    getName() + " has " + (distances.isEmpty() ? "no index" : "indexes for " + distances)
                            + ": say by which distance, nearest(value, Distance.COSINE)");
        }
        return distances.get(0);
    }

    private T checked(T value) {
        if (dimensions != null && dimensionsOf(value) != dimensions) {
            throw new IllegalArgumentException(getName() + " has " + dimensions + " dimensions, and the value "
                    + dimensionsOf(value) + ": was it made by the same model?");
        }
        return value;
    }

    private String operatorClass(Distance by) {
        String type = getDataType().getType().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        return (isBits() ? "bit" : type) + "_" + by.word() + "_ops";
    }
}
