package io.pgorm.features.rls.kit;

/**
 * A policy that is not what it was.
 *
 * @param name {@code posts_insert ON posts with WITH CHECK widened}
 * @param sql what makes it so
 */
public record Mutant(String name, String sql) {
    @Override
    public String toString() {
        return name;
    }
}
