package io.pgorm.client.type;

/** A point of PostgreSQL. Immutable. */
public record Point(double x, double y) {

    /** As PostgreSQL reads it. */
    @Override
    public String toString() {
        return Shapes.text(this);
    }
}
