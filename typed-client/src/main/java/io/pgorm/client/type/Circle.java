package io.pgorm.client.type;

/** A circle of PostgreSQL. Immutable. */
public record Circle(Point center, double radius) {

    /** As PostgreSQL reads it. */
    @Override
    public String toString() {
        return Shapes.text(this);
    }
}
