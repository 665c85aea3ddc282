package io.pgorm.features.postgis.internal;

import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.AttributeUse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The shapes that a column may be held to, each of which is an attribute. */
public enum Shape {
    POINT("Point"),
    LINE_STRING("LineString"),
    POLYGON("Polygon"),
    MULTI_POINT("MultiPoint"),
    MULTI_LINE_STRING("MultiLineString"),
    MULTI_POLYGON("MultiPolygon"),
    GEOMETRY_COLLECTION("GeometryCollection"),
    /** Any of them. */
    GEOMETRY("Geometry");

    /** The name of the extension, here and in PostgreSQL. */
    public static final String EXTENSION = "postgis";

    static final String SRID = "srid";

    private final String word;

    Shape(String word) {
        this.word = word;
    }

    /** As PostGIS spells it in a type. */
    String word() {
        return word;
    }

    /** {@code @postgis.Point(srid)}. */
    public AttributeType attribute() {
        return new AttributeType(
                attributeName(),
                AttributeType.Target.FIELD,
                false,
                List.of(AttributeType.Parameter.optional(SRID, AttributeType.Kind.WHOLE)),
                "holds the column to " + (this == GEOMETRY ? "shapes of any kind" : "a " + word)
                        + " in the spatial reference system srid");
    }

    private String attributeName() {
        return EXTENSION + "." + word;
    }

    static Optional<Shape> of(AttributeUse use) {
        return Arrays.stream(values())
                .filter(shape -> shape.attributeName().equals(use.name()))
                .findFirst();
    }
}
