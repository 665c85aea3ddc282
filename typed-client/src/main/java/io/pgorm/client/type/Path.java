package io.pgorm.client.type;

import java.util.List;

/** A path of PostgreSQL; where it is closed, the last point is joined to the first. Immutable. */
public record Path(List<Point> points, boolean closed) {

    public Path {
        points = List.copyOf(points);
    }

    /** As PostgreSQL reads it. */
    @Override
    public String toString() {
        return Shapes.text(this);
    }
}
