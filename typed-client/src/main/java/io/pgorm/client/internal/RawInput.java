package io.pgorm.client.internal;

import io.pgorm.client.Assignments;
import io.pgorm.client.ModelType;
import io.pgorm.client.TypeBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DataType;
import org.jooq.TableField;
import org.jooq.exception.DataTypeException;
import org.jspecify.annotations.Nullable;

/**
 * Values by the names of fields, as they come from outside, where no compiler has looked at them. All that is wrong is said
 * at once, and never a value.
 */
public final class RawInput {

    private RawInput() {}

    /**
     * A new row of these values.
     *
     * @throws IllegalArgumentException if a required field is missing, or a field is wrong
     */
    public static Assignments create(ModelType<?> model, Map<String, ?> input) {
        List<String> wrong = new ArrayList<>();
        for (TableField<?, ?> column : model.columns()) {
            DataType<?> type = column.getDataType();
            boolean required = !type.nullable() && !type.defaulted() && !type.identity() && !isComputed(type);
            String field = model.fieldOfColumn(column.getName());
            if (required && !input.containsKey(field)) {
                wrong.add(field + " is required and missing");
            }
        }
        return assignments(model, input, wrong);
    }

    /**
     * Changes to these values.
     *
     * @throws IllegalArgumentException if there is none, or a field is wrong
     */
    public static Assignments update(ModelType<?> model, Map<String, ?> input) {
        List<String> wrong = new ArrayList<>();
        if (input.isEmpty()) {
            wrong.add("there is nothing to change; give at least one field");
        }
        return assignments(model, input, wrong);
    }

    private static Assignments assignments(ModelType<?> model, Map<String, ?> input, List<String> wrong) {
        Assignments assignments = Assignments.none();
        for (Map.Entry<String, ?> entry : input.entrySet()) {
            Optional<? extends TableField<?, ?>> column = model.columns().stream()
                    .filter(field -> model.fieldOfColumn(field.getName()).equals(entry.getKey()))
                    .findFirst();
            if (column.isEmpty()) {
                wrong.add(entry.getKey() + " is no field; the fields are "
                        + model.columns().stream()
                                .map(field -> model.fieldOfColumn(field.getName()))
                                .toList());
            } else {
                assignments = with(assignments, column.get(), entry.getKey(), entry.getValue(), wrong);
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(
                    model.name() + " cannot be written from this input: " + String.join("; ", wrong));
        }
        return assignments;
    }

    private static <T> Assignments with(
            Assignments assignments, TableField<?, T> column, String name, @Nullable Object value, List<String> wrong) {
        DataType<T> type = column.getDataType();
        if (isComputed(type)) {
            wrong.add(name + " is computed by the database; leave it out");
            return assignments;
        }
        if (value == null && !type.nullable()) {
            wrong.add(name + " cannot be null");
            return assignments;
        }
        try {
            T converted = converted(type, value);
            if (value != null && converted == null) {
                wrong.add(name + " is not of type " + type.getType().getSimpleName());
            }
            return assignments.with(column, converted);
        } catch (DataTypeException | IllegalArgumentException | java.time.DateTimeException e) {
            wrong.add(name + " is not of type " + type.getType().getSimpleName());
            return assignments;
        }
    }

    /** What comes from outside often comes as text, which is what PostgreSQL has for all types that Java has not. */
    private static <T> @Nullable T converted(DataType<T> type, @Nullable Object value) {
        if (value instanceof String text && type.getBinding() instanceof TypeBinding<?, T> binding) {
            try {
                return binding.type().parse(text);
            } catch (IllegalStateException | IndexOutOfBoundsException | ArithmeticException e) {
                throw new IllegalArgumentException("not of the type", e);
            }
        }
        return type.convert(value);
    }

    private static boolean isComputed(DataType<?> type) {
        return type.computed() || type.readonly();
    }
}
