package io.pgorm.client.metrics;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.pgorm.client.error.PgOrmException;
import io.pgorm.client.hook.ErrorOutcome;
import io.pgorm.client.hook.QueryCall;
import io.pgorm.client.hook.QueryHook;
import org.jspecify.annotations.Nullable;

/**
 * A client span for every call, under OpenTelemetry's stable conventions for databases: {@code db.system.name},
 * {@code db.operation.name}, {@code db.collection.name}, {@code db.query.text}, {@code db.operation.batch.size},
 * {@code db.response.status_code}, {@code error.type}; its name is the operation and the table. The text has {@code ?} for
 * each value, and values are nowhere; SQL that application code writes as text is shown as written. Needs the
 * OpenTelemetry API.
 */
public final class OpenTelemetryHook implements QueryHook {

    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("db.system.name");
    private static final AttributeKey<String> NAMESPACE = AttributeKey.stringKey("db.namespace");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("db.operation.name");
    private static final AttributeKey<String> COLLECTION = AttributeKey.stringKey("db.collection.name");
    private static final AttributeKey<String> TEXT = AttributeKey.stringKey("db.query.text");
    private static final AttributeKey<Long> BATCH = AttributeKey.longKey("db.operation.batch.size");
    private static final AttributeKey<String> STATUS = AttributeKey.stringKey("db.response.status_code");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    private final Tracer tracer;
    private final String database;

    private OpenTelemetryHook(Tracer tracer, String database) {
        this.tracer = tracer;
        this.database = database;
    }

    /** @param database the name of the database, as {@code db.namespace} */
    public static OpenTelemetryHook of(OpenTelemetry telemetry, String database) {
        return new OpenTelemetryHook(telemetry.getTracer("io.pgorm"), database);
    }

    @Override
    public QueryCall before(QueryCall call) {
        String table = call.tables().size() == 1 ? call.tables().iterator().next() : "";
        Span span = tracer.spanBuilder(table.isEmpty() ? call.operation() : call.operation() + " " + table)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(SYSTEM, "postgresql")
                .setAttribute(NAMESPACE, database)
                .setAttribute(OPERATION, call.operation())
                .setAttribute(TEXT, String.join("; ", call.statements()))
                .startSpan();
        if (!table.isEmpty()) {
            span.setAttribute(COLLECTION, table);
        }
        if (call.statements().size() > 1) {
            span.setAttribute(BATCH, (long) call.statements().size());
        }
        call.note(this, span);
        return call;
    }

    @Override
    public @Nullable Object after(QueryCall call, @Nullable Object result) {
        if (call.note(this) instanceof Span span) {
            span.end();
        }
        return result;
    }

    @Override
    public ErrorOutcome onError(QueryCall call, PgOrmException error) {
        if (call.note(this) instanceof Span span) {
            error.sqlState().filter(state -> !state.isEmpty()).ifPresent(state -> span.setAttribute(STATUS, state));
            span.setAttribute(ERROR, error.getClass().getName());
            span.setStatus(StatusCode.ERROR);
            span.end();
        }
        return ErrorOutcome.rethrow(error);
    }
}
