package io.pgorm.client.internal;

import io.pgorm.client.ModelType;
import io.pgorm.client.error.ShapeMismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * Hands the keys of rows that one statement wrote to the statements after it in the same round trip, as settings that
 * last until the transaction ends: arrays in PostgreSQL's own text. Works for keys of every type, however the database
 * makes them, and for any number of rows.
 *
 * <p>Why not one statement of data-modifying CTEs: its parts do not see what the others write, so that neither a shape
 * nor the check of a policy could read the new rows. Why not {@code currval}: it knows sequences only. A setting is
 * written even where no row was, so that none of an earlier call is taken for it.
 *
 * @param number tells apart the writes of one round trip
 */
record PassedKeys(ModelType<?> model, List<? extends TableField<?, ?>> columns, int number) {

    private static final String WRITTEN = ExpectedRows.WRITTEN;
    private static final String KEY = "k";

    /**
     * By the primary key.
     *
     * @throws ShapeMismatch if there is none
     */
    static PassedKeys of(ModelType<?> model, int number) {
        if (model.primaryKey().isEmpty()) {
            throw new ShapeMismatch(model.name() + " has no primary key, by which its relations could be read after the"
                    + " write; write first, or return its own columns only");
        }
        return new PassedKeys(model, model.primaryKey(), number);
    }

    /** What the write has to give back. */
    List<Field<?>> returning() {
        return Sql.numbered(columns, KEY);
    }

    /** The write, wrapped so that it leaves its keys for the others; it gives the number of rows. */
    Rendered around(Rendered write) {
        return new Rendered(
                "with " + WRITTEN + " as (" + write.sql() + ") select count(*), " + settings() + " from " + WRITTEN,
                write.bound());
    }

    /** The same, failing unless there are so many rows. */
    Rendered around(Rendered write, long expected) {
        return ExpectedRows.around(
                write, "select " + ExpectedRows.check(number) + ", " + settings() + " from " + WRITTEN, expected);
    }

    private String settings() {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> "set_config('" + setting(i) + "', coalesce(array_agg(" + WRITTEN + "." + KEY + i
                        + ")::text, '{}'), true)")
                .collect(Collectors.joining(", "));
    }

    /** That a row is one of those written. */
    Condition condition() {
        if (columns.size() == 1) {
            return DSL.condition("{0} = any (" + array(0) + ")", columns.get(0));
        }
        String fields =
                IntStream.range(0, columns.size()).mapToObj(i -> "{" + i + "}").collect(Collectors.joining(", "));
        return DSL.condition(
                "(" + fields + ") in (select * from unnest(" + arrays() + "))", columns.toArray(Field<?>[]::new));
    }

    /** The order in which the rows were written. */
    List<Field<?>> order() {
        if (columns.size() == 1) {
            return List.of(DSL.field("array_position(" + array(0) + ", {0})", Integer.class, columns.get(0)));
        }
        String equal = IntStream.range(0, columns.size())
                .mapToObj(i -> "_o." + KEY + i + " = {" + i + "}")
                .collect(Collectors.joining(" and "));
        String names =
                IntStream.range(0, columns.size()).mapToObj(i -> KEY + i + ", ").collect(Collectors.joining());
        return List.of(DSL.field(
                "(select _o.n from unnest(" + arrays() + ") with ordinality as _o(" + names + "n) where " + equal + ")",
                Long.class,
                columns.toArray(Field<?>[]::new)));
    }

    /** The keys of column {@code index} as an array. */
    String array(int index) {
        return "current_setting('" + setting(index) + "', true)::" + model.sqlType(columns.get(index)) + "[]";
    }

    private String arrays() {
        List<String> arrays = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            arrays.add(array(i));
        }
        return String.join(", ", arrays);
    }

    private String setting(int index) {
        return "pgorm_write." + KEY + number + "_" + index;
    }
}
