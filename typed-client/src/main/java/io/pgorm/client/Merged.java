package io.pgorm.client;

/**
 * What a MERGE did to a row.
 *
 * @param row as it is then; a deleted one as it was
 */
public record Merged<R>(Action action, R row) {

    /** What was done. */
    public enum Action {
        INSERT,
        UPDATE,
        DELETE
    }
}
