package io.pgorm.benchmarks.data;

/**
 * How many rows. IMDBench's own numbers are 100,000 people and users, 500,000 reviews, a film for every four people.
 *
 * @param people and as many users
 */
public record Size(int people) {

    public static final Size FULL = new Size(100_000);

    /** For tests. */
    public static final Size SMALL = new Size(400);

    public int movies() {
        return people / 4;
    }

    public int reviews() {
        return people * 5;
    }
}
