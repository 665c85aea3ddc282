package io.pgorm.client.type;

import java.util.List;

/** A polygon of PostgreSQL. Immutable. */
public record Polygon(List<Point> points) {

    public Polygon {
        points = List.copyOf(points);
    }

    /** As PostgreSQL reads it. */
    @Override
    public String toString() {
        return Shapes.text(this);
    }
}
