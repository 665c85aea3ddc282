package io.pgorm.client.type;

/** A line segment of PostgreSQL, {@code lseg}. Immutable. */
public record LineSegment(Point from, Point to) {

    /** As PostgreSQL reads it. */
    @Override
    public String toString() {
        return Shapes.text(this);
    }
}
