package io.pgorm.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.pgorm.ir.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;

/**
 * Diagnostics for programs: {@code {"valid": ..., "diagnostics": [...]}}. Lines and columns count from 1, columns in
 * UTF-16 units, the end is behind the last one; a diagnostic without a place has no file, and one without advice no
 * hint. Fields are added, never renamed. Stateless.
 */
final class PrintJson {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private PrintJson() {}

    static String print(List<Diagnostic> diagnostics) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeBooleanField("valid", diagnostics.stream().noneMatch(Diagnostic::isError));
            json.writeArrayFieldStart("diagnostics");
            for (Diagnostic diagnostic : diagnostics) {
                print(diagnostic, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void print(Diagnostic diagnostic, JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (diagnostic.span().isPresent()) {
            json.writeStringField("file", diagnostic.span().file());
            json.writeNumberField("line", diagnostic.span().line());
            json.writeNumberField("column", diagnostic.span().column());
            json.writeNumberField("endLine", diagnostic.span().endLine());
            json.writeNumberField("endColumn", diagnostic.span().endColumn());
        }
        json.writeStringField("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("code", diagnostic.code());
        json.writeStringField("message", diagnostic.message());
        if (diagnostic.help().isPresent()) {
            json.writeStringField("hint", diagnostic.help().get());
        }
        json.writeEndObject();
    }
}
