package io.pgorm.client.json;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** A place inside a column of {@code jsonb}, which not every row has. Immutable. */
public final class JsonPath {

    private final Field<JSONB> column;
    private final List<String> keys;

    JsonPath(Field<JSONB> column, List<String> keys) {
        this.column = column;
        this.keys = keys;
    }

    /** What is there as text, an object or array as JSON; NULL where there is nothing, or JSON's null. */
    public Field<String> text() {
        return DSL.field("({0} #>> {1})", SQLDataType.CLOB, column, place(keys.size()));
    }

    /** What is there, JSON's null too; NULL where there is nothing. */
    public Field<JSONB> json() {
        return part(keys.size());
    }

    /** The number that is there. A row that has something else makes PostgreSQL refuse the query. */
    public Field<BigDecimal> number() {
        return text().cast(SQLDataType.NUMERIC);
    }

    /** The boolean that is there. A row that has something else makes PostgreSQL refuse the query. */
    public Field<Boolean> bool() {
        return text().cast(SQLDataType.BOOLEAN);
    }

    /**
     * The rows that have this value there. Asked as containment, which a GIN index answers.
     *
     * @param value a text, a number or a boolean
     * @throws IllegalArgumentException if it is anything else
     */
    public Condition eq(Object value) {
        String json = PathText.literal(value);
        for (int i = keys.size() - 1; i >= 0; i--) {
            json = "{" + PathText.quoted(keys.get(i)) + ":" + json + "}";
        }
        return DSL.condition("{0} @> {1}", column, DSL.val(JSONB.valueOf(json)));
    }

    /** The rows that have something there, if only JSON's null. */
    public Condition exists() {
        return json().isNotNull();
    }

    /**
     * For an update: the column with this value there, {@code UserUpdate.set(USERS.SETTINGS, USERS.SETTINGS.path("$.theme")
     * .with("dark"))}. Objects on the way are made where they are missing. The server changes what is there at that
     * moment, so that two such changes of different places do not undo each other.
     *
     * @param value a text, a number or a boolean
     * @throws IllegalArgumentException if it is anything else
     */
    public Field<JSONB> with(Object value) {
        return with(JSONB.valueOf(PathText.literal(value)));
    }

    /** As {@link #with(Object)}, with any JSON. */
    public Field<JSONB> with(JSONB value) {
        Field<JSONB> changed = DSL.field("coalesce({0}, '{}')", JSONB.class, column);
        for (int depth = 1; depth < keys.size(); depth++) {
            changed = put(changed, depth, DSL.field("coalesce({0}, '{}')", JSONB.class, part(depth)));
        }
        return put(changed, keys.size(), DSL.val(value));
    }

    /** For an update: the column without what is there. */
    public Field<JSONB> removed() {
        return DSL.field("({0} #- {1})", JSONB.class, column, place(keys.size()));
    }

    private Field<JSONB> put(Field<JSONB> json, int depth, Field<JSONB> value) {
        return DSL.function("jsonb_set", SQLDataType.JSONB, json, place(depth), value);
    }

    private Field<JSONB> part(int depth) {
        return DSL.field("({0} #> {1})", JSONB.class, column, place(depth));
    }

    private Field<?> place(int depth) {
        return DSL.field("cast({0} as text[])", DSL.val(keys.subList(0, depth).toArray(String[]::new)));
    }
}
