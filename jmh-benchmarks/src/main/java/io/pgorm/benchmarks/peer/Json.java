package io.pgorm.benchmarks.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

/** Records to JSON text, as a web framework does it. Stateless. */
final class Json {

    private static final ObjectWriter WRITER = new ObjectMapper().writer();

    private Json() {}

    static String text(Object value) {
        try {
            return WRITER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
