package io.pgorm.it.client;

import static io.pgorm.it.movies.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.pgorm.client.ClientOptions;
import io.pgorm.client.error.UniqueViolation;
import io.pgorm.client.metrics.MicrometerHook;
import io.pgorm.client.metrics.OpenTelemetryHook;
import io.pgorm.it.movies.Db;
import io.pgorm.it.movies.UserCreate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Meters and spans, under the names that everybody knows. */
class MetricsTest {

    private static MovieServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new MovieServer();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void micrometerMeasuresCallsAndThePool() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (Db db = Db.open(MicrometerHook.measure(server.options(), registry))) {
            db.users().create(UserCreate.email("secret@x"));
            db.users().fetch();
            db.users().fetch();
            db.sql().selectFrom(USERS).fetch();
            assertThatThrownBy(() -> db.users().create(UserCreate.email("secret@x")))
                    .isInstanceOf(UniqueViolation.class);
            assertThat(registry.get("db.client.operation.duration")
                            .tags("db.operation.name", "SELECT", "db.collection.name", "users", "error.type", "none")
                            .timer()
                            .count())
                    .isEqualTo(3);
            assertThat(registry.get("db.client.operation.duration")
                            .tags("error.type", "UniqueViolation", "db.response.status_code", "23505")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(registry.get("hikaricp.connections.acquire").timer().count())
                    .isGreaterThanOrEqualTo(5);
            assertThat(registry.getMeters())
                    .noneMatch(meter -> meter.getId().toString().contains("secret"));
        }
    }

    @Test
    void openTelemetryHasASpanForEachCall() {
        InMemorySpanExporter spans = InMemorySpanExporter.create();
        OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .build();
        ClientOptions options = ClientOptions.defaults().withHooks(OpenTelemetryHook.of(telemetry, "films"));
        try (Db db = Db.open(server.options().withClient(options))) {
            spans.reset();
            db.users().where(USERS.EMAIL.eq("hidden@x")).fetch();
            assertThatThrownBy(() -> db.sql().fetch("SELECT 1 / 0")).isNotNull();
            assertThat(spans.getFinishedSpanItems()).hasSize(2);
            SpanData read = spans.getFinishedSpanItems().get(0);
            assertThat(read.getName()).isEqualTo("SELECT users");
            assertThat(read.getKind()).isEqualTo(SpanKind.CLIENT);
            assertThat(read.getAttributes().get(AttributeKey.stringKey("db.system.name")))
                    .isEqualTo("postgresql");
            assertThat(read.getAttributes().get(AttributeKey.stringKey("db.namespace")))
                    .isEqualTo("films");
            assertThat(read.getAttributes().get(AttributeKey.stringKey("db.collection.name")))
                    .isEqualTo("users");
            assertThat(read.getAttributes().get(AttributeKey.stringKey("db.query.text")))
                    .contains("\"email\" = ?");
            SpanData failed = spans.getFinishedSpanItems().get(1);
            assertThat(failed.getAttributes().get(AttributeKey.stringKey("db.response.status_code")))
                    .isEqualTo("22012");
            assertThat(spans.getFinishedSpanItems().toString()).doesNotContain("hidden@x");
        }
    }
}
