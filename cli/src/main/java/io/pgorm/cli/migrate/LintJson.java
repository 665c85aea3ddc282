package io.pgorm.cli.migrate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.migrations.lint.Finding;
import io.pgorm.migrations.lint.Lint;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;

/**
 * Findings for programs: {@code {"findings": [...]}}; advice has no hazard. Fields are added, never renamed. Stateless.
 */
final class LintJson {

    private static final JsonFactory JSON = new JsonFactory();

    private LintJson() {}

    static String print(List<Lint.Result> results, Set<Hazard> allowed) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeArrayFieldStart("findings");
            for (Lint.Result result : results) {
                for (Finding finding : result.findings()) {
                    print(finding, result.allowed(), allowed, json);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void print(Finding finding, Set<Hazard> inFile, Set<Hazard> allowed, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("file", finding.file());
        json.writeNumberField("line", finding.line());
        json.writeStringField("rule", finding.rule().code());
        json.writeStringField("object", finding.object());
        json.writeStringField("lock", finding.lock().name());
        if (finding.hazard().isPresent()) {
            Hazard hazard = finding.hazard().get();
            json.writeStringField("hazard", hazard.name());
            json.writeBooleanField("accepted", inFile.contains(hazard) || allowed.contains(hazard));
        }
        json.writeStringField("why", finding.rule().why());
        json.writeStringField("cure", finding.rule().cure());
        json.writeEndObject();
    }
}
