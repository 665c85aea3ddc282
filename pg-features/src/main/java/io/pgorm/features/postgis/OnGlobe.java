package io.pgorm.features.postgis;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Longitudes and latitudes as there are. PostGIS takes others too, with a NOTICE that nobody reads, and makes them fit. */
final class OnGlobe {

    private OnGlobe() {}

    /** @throws IllegalArgumentException if a point is nowhere on the globe; without the point itself */
    static Geometry checked(Geometry shape) {
        for (Coordinate coordinate : shape.getCoordinates()) {
            boolean isThere = Math.abs(coordinate.getX()) <= 180 && Math.abs(coordinate.getY()) <= 90;
            if (!isThere) {
                throw new IllegalArgumentException(
                        "a geography has longitudes from -180 to 180 as x and latitudes from -90 to 90 as y;"
                                + " were they given the other way round?");
            }
        }
        return shape;
    }
}
