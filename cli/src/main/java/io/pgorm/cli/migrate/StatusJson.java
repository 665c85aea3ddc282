package io.pgorm.cli.migrate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.pgorm.migrations.apply.MigrationStatus;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The status for programs. Fields are added, never renamed. Stateless. */
final class StatusJson {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private StatusJson() {}

    static String print(MigrationStatus status) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeBooleanField("upToDate", status.isUpToDate());
            json.writeArrayFieldStart("migrations");
            for (MigrationStatus.Entry entry : status.entries()) {
                print(entry, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("rollbacks");
            for (MigrationStatus.Rollback rollback : status.rollbacks()) {
                json.writeStartObject();
                json.writeStringField("version", rollback.version());
                json.writeStringField("description", rollback.description());
                json.writeStringField("script", rollback.script());
                json.writeStringField("rolledBackBy", rollback.rolledBackBy());
                json.writeStringField("rolledBackOn", rollback.rolledBackOn().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
            strings("conflicts", status.conflicts(), json);
            strings("problems", status.problems(), json);
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void print(MigrationStatus.Entry entry, JsonGenerator json) throws IOException {
        json.writeStartObject();
        text("version", entry.version(), json);
        json.writeStringField("description", entry.description());
        json.writeStringField("script", entry.script());
        json.writeStringField("state", entry.state().name().toLowerCase(Locale.ROOT));
        json.writeStringField("detail", entry.detail());
        text(
                "installedOn",
                entry.installedOn() == null ? null : entry.installedOn().toString(),
                json);
        text("installedBy", entry.installedBy(), json);
        json.writeEndObject();
    }

    private static void text(String name, @Nullable String value, JsonGenerator json) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }

    private static void strings(String name, List<String> values, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
