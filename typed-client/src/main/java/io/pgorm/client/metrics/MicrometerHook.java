package io.pgorm.client.metrics;

import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.error.PgOrmException;
import io.pgorm.client.hook.ErrorOutcome;
import io.pgorm.client.hook.QueryCall;
import io.pgorm.client.hook.QueryHook;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures every call as the timer {@code db.client.operation.duration}, tagged with {@code db.system.name},
 * {@code db.operation.name}, {@code db.collection.name} (the table, where there is one) and, for failures,
 * {@code error.type} and {@code db.response.status_code}. Neither a value nor the SQL becomes a tag. Needs Micrometer.
 */
public final class MicrometerHook implements QueryHook {

    private static final String TIMER = "db.client.operation.duration";

    private final MeterRegistry registry;

    private MicrometerHook(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The calls alone, for a client over a pool of the application. */
    public static MicrometerHook of(MeterRegistry registry) {
        return new MicrometerHook(registry);
    }

    /** The calls, and the pool by HikariCP's own meters ({@code hikaricp.connections...}). */
    public static ConnectionOptions measure(ConnectionOptions options, MeterRegistry registry) {
        List<QueryHook> hooks = new ArrayList<>(options.client().hooks());
        hooks.add(of(registry));
        return options.withClient(options.client().withHooks(hooks.toArray(QueryHook[]::new)))
                .withPool(pool -> pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry)));
    }

    @Override
    public @Nullable Object after(QueryCall call, @Nullable Object result) {
        timer(call, "none", "none").record(call.elapsed());
        return result;
    }

    @Override
    public ErrorOutcome onError(QueryCall call, PgOrmException error) {
        timer(
                        call,
                        error.getClass().getSimpleName(),
                        error.sqlState().filter(state -> !state.isEmpty()).orElse("none"))
                .record(call.elapsed());
        return ErrorOutcome.rethrow(error);
    }

    private Timer timer(QueryCall call, String error, String state) {
        return Timer.builder(TIMER)
                .tag("db.system.name", "postgresql")
                .tag("db.operation.name", call.operation())
                .tag(
                        "db.collection.name",
                        call.tables().size() == 1 ? call.tables().iterator().next() : "none")
                .tag("error.type", error)
                .tag("db.response.status_code", state)
                .register(registry);
    }
}
