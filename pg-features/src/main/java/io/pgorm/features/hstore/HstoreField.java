package io.pgorm.features.hstore;

import io.pgorm.client.FeatureField;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Converter;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * A column of type {@code hstore}: texts by keys, where a text may be NULL. A GIN index ({@code @@index([notes], type: GIN)})
 * answers all its conditions. Generated code makes it. Immutable.
 *
 * @param <R> jOOQ's record of the table
 */
public final class HstoreField<R extends Record> extends FeatureField<R, String> {

    private static final long serialVersionUID = 1L;

    /** @param facts none */
    public HstoreField(TableField<R, String> column, List<String> facts) {
        super(column);
    }

    /** The text of the key; NULL where there is none, or it is NULL. */
    public Field<String> value(String key) {
        return DSL.field("({0} -> {1})", SQLDataType.CLOB, column(), DSL.val(key));
    }

    /** All of it, in no order of its own. A text may be null. */
    public Field<Map<String, String>> entries() {
        return DSL.function("hstore_to_array", SQLDataType.CLOB.array(), column())
                .convert(Converter.ofNullable(
                        String[].class, HstoreField.<Map<String, String>>type(), HstoreField::map, HstoreField::array));
    }

    /** The rows that have the key, if only with NULL. */
    public Condition hasKey(String key) {
        return DSL.condition("{0} ?? {1}", column(), DSL.val(key));
    }

    /** The rows that have one of the keys. */
    public Condition hasAnyKey(String... keys) {
        return DSL.condition("{0} ??| {1}", column(), DSL.val(keys));
    }

    /** The rows that have all of the keys. */
    public Condition hasAllKeys(String... keys) {
        return DSL.condition("{0} ??& {1}", column(), DSL.val(keys));
    }

    /** The rows that have all of these texts by these keys. */
    public Condition holds(Map<String, ? extends @Nullable String> entries) {
        return DSL.condition("{0} @> {1}", column(), of(entries));
    }

    /** For an insert or update: these entries and no others. */
    public Field<String> of(Map<String, ? extends @Nullable String> entries) {
        String[] keys = entries.keySet().toArray(String[]::new);
        @Nullable String[] texts = new @Nullable String[keys.length];
        for (int i = 0; i < keys.length; i++) {
            texts[i] = entries.get(keys[i]);
        }
        return DSL.field(
                "hstore(cast({0} as text[]), cast({1} as text[]))", getDataType(), DSL.val(keys), DSL.val(texts));
    }

    /** For an update: with these entries put over its own. */
    public Field<String> with(Map<String, ? extends @Nullable String> entries) {
        return DSL.field("(coalesce({0}, '') || {1})", getDataType(), column(), of(entries));
    }

    /** For an update: without the keys. */
    public Field<String> without(String... keys) {
        return DSL.field("({0} - cast({1} as text[]))", getDataType(), column(), DSL.val(keys));
    }

    private static Map<String, String> map(String[] flat) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (int i = 0; i < flat.length; i += 2) {
            entries.put(flat[i], flat[i + 1]);
        }
        return Collections.unmodifiableMap(entries);
    }

    private static String[] array(Map<String, String> entries) {
        return entries.entrySet().stream()
                .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);
    }

    @SuppressWarnings("unchecked") // a class has no parameters
    private static <T> Class<T> type() {
        return (Class<T>) Map.class;
    }
}
