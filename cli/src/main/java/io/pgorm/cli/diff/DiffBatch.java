package io.pgorm.cli.diff;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.pgorm.migrations.diff.Diff;
import io.pgorm.migrations.diff.DiffOptions;
import io.pgorm.migrations.source.SchemaSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Many pairs in one process, on one scratch server: a line in, a line out as soon as it is known. A pair that fails is
 * an answer like any other. Used by one thread.
 */
final class DiffBatch {

    private static final JsonFactory JSON = new JsonFactory();

    private final DiffOptions options;
    private final PrintWriter out;

    DiffBatch(DiffOptions options, PrintWriter out) {
        this.options = options;
        this.out = out;
    }

    /** @param lines {@code {"id": ..., "from": ..., "to": ...}} each; blank ones are passed over */
    void run(BufferedReader lines) throws IOException {
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                out.print(answer(number, line));
                out.flush();
            }
        }
    }

    private String answer(int number, String line) throws IOException {
        String id = "line " + number;
        try {
            Map<String, String> pair = parse(line);
            id = pair.getOrDefault("id", id);
            return DiffJson.line(
                    id,
                    Diff.between(
                            SchemaSource.of(required("from", pair)), SchemaSource.of(required("to", pair)), options));
        } catch (VirtualMachineError e) {
            if (!(e instanceof StackOverflowError)) {
                throw e;
            }
            return DiffJson.failure(id, "the schema is nested too deeply");
        } catch (Exception e) {
            return DiffJson.failure(id, message(e));
        }
    }

    private static String message(Exception e) {
        @Nullable String message = e.getMessage();
        boolean told = message != null && !(e instanceof RuntimeException && isBug(e));
        return told ? String.valueOf(message).strip() : "this should not have happened, please report it: " + e;
    }

    /** What the code throws when it is wrong itself. */
    private static boolean isBug(Exception e) {
        return e instanceof NullPointerException
                || e instanceof ClassCastException
                || e instanceof IndexOutOfBoundsException
                || e instanceof java.util.NoSuchElementException;
    }

    private static String required(String name, Map<String, String> pair) {
        @Nullable String value = pair.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is missing; a line is {\"id\": \"...\", \"from\": \"...\", \"to\": \"...\"}");
        }
        return value;
    }

    private static Map<String, String> parse(String line) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("the line is no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken().isStructStart()) {
                    json.skipChildren();
                } else {
                    fields.put(name, json.getText());
                }
            }
        }
        return fields;
    }
}
