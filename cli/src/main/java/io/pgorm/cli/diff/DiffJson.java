package io.pgorm.cli.diff;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.migrations.diff.Difference;
import io.pgorm.migrations.diff.Way;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A difference for programs: {@code {"up": [...], "down": [...], "unmodelled": [...], "notes": [...],
 * "likelyRenames": [...], "error": null}}.
 * A statement has {@code step}, counted from 1, {@code object}, {@code sql}, {@code transaction}, the number of its
 * group or null where it must run alone, {@code lock} and {@code hazards}. A way that there is not is null, and
 * {@code error} says why. Fields are added, never renamed. Stateless.
 */
final class DiffJson {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private DiffJson() {}

    /** One object over several lines, for a file or a person. */
    static String print(Difference difference) throws IOException {
        return object(true, json -> write(difference, json));
    }

    /** One object on one line, which names the pair. */
    static String line(String id, Difference difference) throws IOException {
        return object(false, json -> {
            json.writeStringField("id", id);
            write(difference, json);
        });
    }

    /** One object on one line for a pair of which nothing is known but why. */
    static String failure(String id, String error) throws IOException {
        return object(false, json -> {
            json.writeStringField("id", id);
            json.writeNullField("up");
            json.writeNullField("down");
            strings("unmodelled", List.of(), json);
            strings("notes", List.of(), json);
            strings("likelyRenames", List.of(), json);
            json.writeStringField("error", error);
        });
    }

    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private static String object(boolean pretty, Content content) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            if (pretty) {
                json.useDefaultPrettyPrinter();
            }
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void write(Difference difference, JsonGenerator json) throws IOException {
        way("up", difference.up(), json);
        way("down", difference.down(), json);
        strings("unmodelled", difference.unmodelled(), json);
        strings("notes", difference.notes(), json);
        strings("likelyRenames", difference.likelyRenames(), json);
        @Nullable String error = error(difference);
        if (error == null) {
            json.writeNullField("error");
        } else {
            json.writeStringField("error", error);
        }
    }

    private static @Nullable String error(Difference difference) {
        if (difference.up() instanceof Way.Impossible(String reason)) {
            return reason;
        }
        return difference.down() instanceof Way.Impossible(String reason) ? "There is no way back. " + reason : null;
    }

    private static void way(String name, Way way, JsonGenerator json) throws IOException {
        switch (way) {
            case Way.Impossible impossible -> json.writeNullField(name);
            case Way.Planned(Plan plan) -> {
                json.writeArrayFieldStart(name);
                int group = 0;
                int step = 0;
                for (Plan.Group statements : plan.groups()) {
                    group += statements.transaction() ? 1 : 0;
                    for (PlannedStatement statement : statements.statements()) {
                        write(++step, statement, statements.transaction() ? group : null, json);
                    }
                }
                json.writeEndArray();
            }
        }
    }

    private static void write(int step, PlannedStatement statement, @Nullable Integer transaction, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeNumberField("step", step);
        json.writeStringField("object", statement.object());
        json.writeStringField("sql", statement.sql());
        if (transaction == null) {
            json.writeNullField("transaction");
        } else {
            json.writeNumberField("transaction", transaction);
        }
        json.writeStringField("lock", statement.lock().name());
        strings("hazards", statement.hazards().stream().map(Hazard::name).toList(), json);
        json.writeEndObject();
    }

    private static void strings(String name, List<String> values, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
