package io.pgorm.features.postgis.internal;

import io.pgorm.ir.spi.DiagnosticCode;
import java.util.List;

/** The codes of what is said about shapes. A code never changes its meaning. */
public final class ShapeCodes {

    static final String NOT_SPATIAL = "PGO1101";
    static final String TWO_SHAPES = "PGO1102";
    static final String SRID_RANGE = "PGO1103";
    static final String PROJECTED_GEOGRAPHY = "PGO1104";

    public static final List<DiagnosticCode> ALL = List.of(
            code(
                    NOT_SPATIAL,
                    "a shape is said of a field that holds none",
                    "name  Text  @postgis.Point(4326)",
                    "Make the field a Geography for places on the globe, a Geometry for shapes on a plane."),
            code(
                    TWO_SHAPES,
                    "a field is held to two shapes",
                    "at  Geography  @postgis.Point @postgis.Polygon",
                    "Leave all but one out, or use @postgis.Geometry for any."),
            code(
                    SRID_RANGE,
                    "there is no such spatial reference system",
                    "at  Geometry  @postgis.Point(9999999)",
                    "An SRID is a number up to 998999; 4326 is longitude and latitude."),
            code(
                    PROJECTED_GEOGRAPHY,
                    "a Geography is given a map projection",
                    "at  Geography  @postgis.Point(3857)",
                    "A Geography has longitude and latitude: use 4326, or make it a Geometry."));

    private ShapeCodes() {}

    private static DiagnosticCode code(String code, String title, String field, String cure) {
        return new DiagnosticCode(code, title, "model Place {\n  id  Int  @id\n  " + field + "\n}\n", cure);
    }
}
