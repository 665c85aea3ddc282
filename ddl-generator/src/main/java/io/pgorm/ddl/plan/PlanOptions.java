package io.pgorm.ddl.plan;

/**
 * What a plan may use. Immutable.
 *
 * @param online whether ways are taken that let reads and writes go on, though they need several transactions, and
 *     statements that run outside of one; else plain statements, which one transaction can hold where PostgreSQL lets it
 * @param major the major version of PostgreSQL that will run it, such as 17
 */
public record PlanOptions(boolean online, int major) {

    /** Online ways, for the given major version. */
    public static PlanOptions online(int major) {
        return new PlanOptions(true, major);
    }

    /** Plain statements, for the given major version. */
    public static PlanOptions offline(int major) {
        return new PlanOptions(false, major);
    }
}
