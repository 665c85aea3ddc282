package io.pgorm.client.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jooq.Converter;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;

/**
 * Columns of {@code json} and {@code jsonb} as Java types, read and written by Jackson:
 *
 * <pre>{@code
 * static final JsonFields JSON = JsonFields.of(new ObjectMapper());
 * static final Field<Settings> SETTINGS = JSON.jsonb(USERS.SETTINGS, Settings.class);
 * }</pre>
 *
 * <p>Such a field stands in shapes and conditions like any other. Immutable; safe for use by several threads, as a
 * configured mapper is.
 */
public final class JsonFields {

    private final ObjectMapper mapper;

    private JsonFields(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** By this mapper, whose configuration must not change any more. */
    public static JsonFields of(ObjectMapper mapper) {
        return new JsonFields(mapper);
    }

    /** The column as values of the type. What Jackson cannot read is an {@link IllegalArgumentException} when it is read. */
    public <T> Field<T> jsonb(Field<JSONB> column, Class<T> type) {
        return column.convert(Converter.ofNullable(
                JSONB.class, type, json -> read(json.data(), type), value -> JSONB.valueOf(write(value))));
    }

    /** As {@link #jsonb(Field, Class)}, for a column of {@code json}. */
    public <T> Field<T> json(Field<JSON> column, Class<T> type) {
        return column.convert(Converter.ofNullable(
                JSON.class, type, json -> read(json.data(), type), value -> JSON.valueOf(write(value))));
    }

    /**
     * A value for a column of {@code jsonb}.
     *
     * @throws IllegalArgumentException if Jackson cannot write it
     */
    public JSONB jsonb(Object value) {
        return JSONB.valueOf(write(value));
    }

    /**
     * A value for a column of {@code json}.
     *
     * @throws IllegalArgumentException if Jackson cannot write it
     */
    public JSON json(Object value) {
        return JSON.valueOf(write(value));
    }

    private <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw unfit("a value of the database is no " + type.getSimpleName(), e);
        }
    }

    private String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw unfit("Jackson cannot write a " + value.getClass().getSimpleName() + " as JSON", e);
        }
    }

    /** Without the cause, whose message quotes the value. */
    private static IllegalArgumentException unfit(String what, JsonProcessingException e) {
        return new IllegalArgumentException(what + " (" + e.getClass().getSimpleName() + ")");
    }
}
