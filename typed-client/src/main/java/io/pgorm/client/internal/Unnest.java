package io.pgorm.client.internal;

import io.pgorm.client.ModelType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Rows as arrays, one for each column, so that the SQL does not depend on how many there are. What the driver cannot
 * write as an array of its own type travels as text and is cast, which is what reading a literal of the type does.
 */
final class Unnest {

    private static final String ROWS = "_u";
    private static final String COLUMN = "c";

    private Unnest() {}

    /** The rows, for an INSERT; the arrays are the first slots. */
    static Select<?> select(ModelType<?> model, Columns columns) {
        List<Field<?>> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(value(model, columns, i));
        }
        return DSL.select(values).from(table(model, columns));
    }

    /** Column {@code index} of the rows, in its own type. */
    static Field<?> value(ModelType<?> model, Columns columns, int index) {
        return DSL.field(
                ROWS + "." + COLUMN + index + "::" + model.sqlType(columns.array()[index]),
                columns.array()[index].getDataType());
    }

    /** The arrays side by side. */
    static Table<?> table(ModelType<?> model, Columns columns) {
        List<Field<?>> arrays = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnFormat format = ColumnFormat.of(model, columns.array()[i]);
            DataType<Object[]> type = ArrayParameter.of(format.type());
            arrays.add(Slots.parameter(type, i));
        }
        String places =
                IntStream.range(0, columns.size()).mapToObj(i -> "{" + i + "}").collect(Collectors.joining(", "));
        String names =
                IntStream.range(0, columns.size()).mapToObj(i -> COLUMN + i).collect(Collectors.joining(", "));
        return DSL.table("unnest(" + places + ") as " + ROWS + "(" + names + ")", arrays.toArray(Field<?>[]::new));
    }
}
