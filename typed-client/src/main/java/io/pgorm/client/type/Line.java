package io.pgorm.client.type;

/** A line of PostgreSQL: the points where {@code a*x + b*y + c} is zero. Immutable. */
public record Line(double a, double b, double c) {

    /** As PostgreSQL reads it. */
    @Override
    public String toString() {
        return Shapes.text(this);
    }
}
