package io.pgorm.client.hook;

import org.jspecify.annotations.Nullable;

/** What becomes of a failure. */
public sealed interface ErrorOutcome {

    /** The caller gets an exception: the one there was, or another one. */
    record Rethrow(RuntimeException exception) implements ErrorOutcome {}

    /** The caller gets a result as if there was no failure; of the type that it expects. */
    record Replace(@Nullable Object result) implements ErrorOutcome {}

    static ErrorOutcome rethrow(RuntimeException exception) {
        return new Rethrow(exception);
    }

    static ErrorOutcome replace(@Nullable Object result) {
        return new Replace(result);
    }
}
