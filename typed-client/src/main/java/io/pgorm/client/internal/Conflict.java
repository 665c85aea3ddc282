package io.pgorm.client.internal;

import io.pgorm.client.Assignments;

/** What an INSERT does where a row with the same key is there already. */
public sealed interface Conflict {

    /** It fails with a UniqueViolation. */
    record Fail() implements Conflict {}

    /** It leaves the row as it is, and gives none. */
    record DoNothing(ConflictTarget target) implements Conflict {}

    /** It leaves the row as it is, and gives it. */
    record Fetch(ConflictTarget target) implements Conflict {}

    /** It puts the given values into the row, those of the target aside. */
    record Replace(ConflictTarget target) implements Conflict {}

    /** It changes the row. */
    record Change(ConflictTarget target, Assignments changes) implements Conflict {}

    Conflict FAIL = new Fail();
}
