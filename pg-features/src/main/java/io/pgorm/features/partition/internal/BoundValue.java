package io.pgorm.features.partition.internal;

import java.util.Optional;

/** A constant of a bound, as far as it is understood here. */
sealed interface BoundValue {

    record Lowest() implements BoundValue {}

    record Highest() implements BoundValue {}

    record Null() implements BoundValue {}

    /** A value that has an order among those of its key. */
    record Known(Comparable<?> value) implements BoundValue {}

    /** A value of which two can be told apart, but their order is a matter of collation. */
    record Named(String text) implements BoundValue {}

    /** Whatever only the server understands. */
    record Unknown() implements BoundValue {}

    BoundValue UNKNOWN = new Unknown();

    /** As {@link Comparable#compareTo}; absent where the order is not known. */
    default Optional<Integer> compare(BoundValue other) {
        if (this instanceof Unknown || other instanceof Unknown) {
            return Optional.empty();
        } else if (this.equals(other)) {
            return Optional.of(0);
        } else if (this instanceof Lowest || other instanceof Highest) {
            return Optional.of(-1);
        } else if (this instanceof Highest || other instanceof Lowest) {
            return Optional.of(1);
        }
        return this instanceof Known(Comparable<?> one) && other instanceof Known(Comparable<?> two)
                ? compareKnown(one, two)
                : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private static Optional<Integer> compareKnown(Comparable<?> one, Comparable<?> two) {
        return one.getClass() == two.getClass()
                ? Optional.of(Integer.signum(((Comparable<Object>) one).compareTo(two)))
                : Optional.empty();
    }

    /** Whether they are surely the same value. */
    default boolean isSame(BoundValue other) {
        return !(this instanceof Unknown)
                && (this.equals(other)
                        || compare(other).filter(order -> order == 0).isPresent());
    }
}
