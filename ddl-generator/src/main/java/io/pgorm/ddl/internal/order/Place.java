package io.pgorm.ddl.internal.order;

import io.pgorm.ir.QualifiedName;
import java.util.Comparator;

/**
 * Where a step stands among those that are ready, so that the same schema gives the same script whatever the order of
 * its declarations.
 *
 * @param group within the stratum
 * @param name what the step is about
 * @param number among those about the same
 * @param detail among those of the same number
 */
public record Place(Stratum stratum, int group, QualifiedName name, int number, String detail)
        implements Comparable<Place> {

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::stratum)
            .thenComparing(Place::group)
            .thenComparing(place -> place.name().schema())
            .thenComparing(place -> place.name().name())
            .thenComparing(Place::number)
            .thenComparing(Place::detail);

    public Place(Stratum stratum, QualifiedName name) {
        this(stratum, 0, name, 0, "");
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
