package io.pgorm.migrations.random;

/** What came of a pair. */
sealed interface Outcome {

    /** The same for outcomes that differ in names and numbers only. */
    default String signature() {
        return switch (this) {
            case Arrived arrived -> "arrived";
            // which objects a refusal lists differs with the size of the pair
            case Refused(String reason) -> "refused: " + Signatures.of(reason.split(":", 2)[0]);
            case Failed(String what, String detail) -> Signatures.of(what);
        };
    }

    /**
     * Up and down arrived.
     *
     * @param statements how many both plans had
     * @param failedOnData how many runs with rows ended at a statement that had announced it
     * @param rows how many rows were there
     */
    record Arrived(int statements, int failedOnData, int rows) implements Outcome {}

    /** The planner says that it cannot be done. */
    record Refused(String reason) implements Outcome {}

    /**
     * Something is wrong.
     *
     * @param what in a few words; failures of the same cause have the same
     * @param detail the plan and whatever else helps
     */
    record Failed(String what, String detail) implements Outcome {}
}
