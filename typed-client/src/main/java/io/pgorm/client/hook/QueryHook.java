package io.pgorm.client.hook;

import io.pgorm.client.error.PgOrmException;
import org.jspecify.annotations.Nullable;

/**
 * Stands around every call that goes to the database. Given in {@code ClientOptions.withHooks}, or found by
 * {@link java.util.ServiceLoader}. Must be safe for use by several threads, and quick.
 *
 * <p>Of several hooks the one with the lowest {@link #order()} is the outermost: its {@code before} runs first, its
 * {@code after} and {@code onError} last.
 */
public interface QueryHook {

    /** Its place among the others. */
    default int order() {
        return 0;
    }

    /**
     * Before the statements are sent. What it throws goes to the caller, and nothing is sent.
     *
     * @return the call, or another one in its place
     */
    default QueryCall before(QueryCall call) {
        return call;
    }

    /**
     * After the answer was read.
     *
     * @param result what the caller gets: a list of records, a count; null where jOOQ or a stream reads the rows itself,
     *     and then it cannot be changed
     * @return the result, or another one of the same type in its place
     */
    default @Nullable Object after(QueryCall call, @Nullable Object result) {
        return result;
    }

    /**
     * After a failure. The outcome of a statement inside jOOQ can be another exception, but no result.
     *
     * @return what becomes of it
     */
    default ErrorOutcome onError(QueryCall call, PgOrmException error) {
        return ErrorOutcome.rethrow(error);
    }
}
