package io.pgorm.client.type;

/** A box of PostgreSQL by two corners; PostgreSQL gives the upper right one first, whichever two it was given. Immutable. */
public record Box(Point upperRight, Point lowerLeft) {

    /** As PostgreSQL reads it. */
    @Override
    public String toString() {
        return Shapes.text(this);
    }
}
