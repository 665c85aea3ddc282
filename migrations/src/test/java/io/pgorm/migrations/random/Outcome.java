package io.pgorm.migrations.random;

/** What came of a pair. */
sealed interface Outcome {

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
    record Failed(String what, String detail) implements Outcome {
        /** The same for failures that differ in names and numbers only. */
        String signature() {
            return Signatures.of(what);
        }
    }
}
