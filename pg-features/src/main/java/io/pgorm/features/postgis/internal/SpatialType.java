package io.pgorm.features.postgis.internal;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.PgType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types of PostGIS. */
public enum SpatialType {
    /** On a plane, in whatever unit the coordinates have. */
    GEOMETRY("Geometry"),
    /** On the globe: longitude and latitude, with distances in metres. */
    GEOGRAPHY("Geography");

    private final PgType type;

    SpatialType(String name) {
        this.type = new PgType(
                name,
                name.toLowerCase(Locale.ROOT),
                PgType.Kind.OTHER,
                0,
                0,
                Optional.of(Shape.EXTENSION),
                Optional.of(new PgType.JavaMapping(
                        "org.locationtech.jts.geom.Geometry",
                        "new io.pgorm.features.postgis." + name + "Binding<>()")));
    }

    public PgType type() {
        return type;
    }

    static Optional<SpatialType> of(ColumnType type) {
        return type instanceof ColumnType.Scalar scalar
                ? Arrays.stream(values())
                        .filter(candidate -> candidate.type.equals(scalar.type()))
                        .findFirst()
                : Optional.empty();
    }
}
