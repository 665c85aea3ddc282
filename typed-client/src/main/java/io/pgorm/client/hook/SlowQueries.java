package io.pgorm.client.hook;

import io.pgorm.client.error.PgOrmException;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of calls that take long, those that fail too. Immutable. */
public final class SlowQueries implements QueryHook {

    private static final Logger LOG = LoggerFactory.getLogger("io.pgorm.client.slow");

    private final Duration threshold;
    private final BiConsumer<QueryCall, Duration> listener;

    private SlowQueries(Duration threshold, BiConsumer<QueryCall, Duration> listener) {
        this.threshold = threshold;
        this.listener = listener;
    }

    /** Logs calls that take longer than the threshold, as warnings of {@code io.pgorm.client.slow}. */
    public static SlowQueries over(Duration threshold) {
        return over(
                threshold,
                (call, time) -> LOG.warn("{} ms: {}", time.toMillis(), String.join("; ", call.statements())));
    }

    /** Tells the listener of calls that take longer than the threshold. */
    public static SlowQueries over(Duration threshold, BiConsumer<QueryCall, Duration> listener) {
        return new SlowQueries(threshold, listener);
    }

    @Override
    public @Nullable Object after(QueryCall call, @Nullable Object result) {
        look(call);
        return result;
    }

    @Override
    public ErrorOutcome onError(QueryCall call, PgOrmException error) {
        look(call);
        return ErrorOutcome.rethrow(error);
    }

    private void look(QueryCall call) {
        Duration time = call.elapsed();
        if (time.compareTo(threshold) > 0) {
            listener.accept(call, time);
        }
    }
}
