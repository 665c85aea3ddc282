package io.pgorm.client.json;

import io.pgorm.client.FeatureField;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * A column of type {@code jsonb}: conditions on what is inside, and changes of parts of it. Generated code makes it. {@code
 * contains(JSONB)} is jOOQ's and means PostgreSQL's {@code @>}. Immutable; safe for use by several threads.
 *
 * <p>An index for {@code keys} ({@code @@json(settings, for: [contains, keys])}, or a GIN index) finds by {@code contains},
 * {@link JsonPath#eq}, {@link #matches} and the keys; one without ({@code @@json(settings, for: contains)}, or {@code ops:
 * jsonb_path_ops}) is smaller and finds by all of these but the keys, which it refuses.
 *
 * @param <R> jOOQ's record of the table
 */
public final class JsonbField<R extends Record> extends FeatureField<R, JSONB> {

    private static final long serialVersionUID = 1L;

    private final boolean findsKeys;

    /** @param facts the operator classes of the GIN indexes over the column */
    public JsonbField(TableField<R, JSONB> column, List<String> facts) {
        super(column);
        this.findsKeys = facts.isEmpty() || facts.stream().anyMatch(operators -> operators.endsWith("jsonb_ops"));
    }

    /**
     * A place inside.
     *
     * @param path keys of objects, one inside the other: {@code $.theme}, {@code $.address.city}, {@code $."a key"}
     * @throws IllegalArgumentException if it is anything else; {@link #matches} takes every path of PostgreSQL
     */
    public JsonPath path(String path) {
        return new JsonPath(column(), PathText.keys(path));
    }

    /**
     * The rows whose object has the key, or whose array has the text, at the outermost level.
     *
     * @throws IllegalStateException if the column's index is one of {@code jsonb_path_ops}, which finds no keys
     */
    public Condition hasKey(String key) {
        return DSL.condition("{0} ?? {1}", keyed(), DSL.val(key));
    }

    /**
     * The rows whose object has one of the keys.
     *
     * @throws IllegalStateException as {@link #hasKey}
     */
    public Condition hasAnyKey(String... keys) {
        return DSL.condition("{0} ??| {1}", keyed(), DSL.val(keys));
    }

    /**
     * The rows whose object has all of the keys.
     *
     * @throws IllegalStateException as {@link #hasKey}
     */
    public Condition hasAllKeys(String... keys) {
        return DSL.condition("{0} ??& {1}", keyed(), DSL.val(keys));
    }

    private Field<JSONB> keyed() {
        if (!findsKeys) {
            throw new IllegalStateException("the index of " + getName() + " is one of jsonb_path_ops, which finds no"
                    + " keys: say @@json(" + getName()
                    + ", for: [contains, keys]) in the schema, or path(\"$.key\").exists(),"
                    + " which looks at all rows that other conditions leave");
        }
        return column();
    }

    /**
     * The rows in which a path of PostgreSQL finds something: {@code matches("$.items[*] ? (@.price < 10)")}. What it cannot
     * be applied to, it does not find.
     *
     * @param path in PostgreSQL's language; never put together of what comes from outside: see {@link #matches(String, Map)}
     * @throws IllegalArgumentException if it is a comparison outside of {@code ?(...)}: that gives true or false for each row, so
     *     that something is found in all of them
     */
    public Condition matches(String path) {
        return matches(path, Map.of());
    }

    /**
     * As {@link #matches(String)}, with variables: {@code matches("$.items[*] ? (@.price < $most)", Map.of("most", 10))}. An
     * index is used as if their values stood in the path.
     *
     * @param variables texts, numbers and booleans by their names
     * @throws IllegalArgumentException if the path has a variable that is not given, or one is of another type, or it is a
     *     comparison as for {@link #matches(String)}
     */
    public Condition matches(String path, Map<String, ?> variables) {
        if (PathPredicate.is(path)) {
            throw new IllegalArgumentException(
                    "the path is a comparison, which gives true or false for each row, and so finds"
                            + " something in all of them: write it as a filter, $ ? (@.size > 10) in place of $.size > 10");
        }
        return DSL.condition(
                "{0} @?? cast({1} as jsonpath)", column(), DSL.val(PathText.withVariables(path, variables)));
    }

    /** For an update: with the keys of another object put over its own. Where the column is NULL, the other object. */
    public Field<JSONB> merged(JSONB other) {
        return DSL.field("(coalesce({0}, '{}') || {1})", JSONB.class, column(), DSL.val(other));
    }
}
