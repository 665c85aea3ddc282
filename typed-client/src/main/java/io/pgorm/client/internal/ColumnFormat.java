package io.pgorm.client.internal;

import io.pgorm.client.BinaryBinding;
import io.pgorm.client.ModelType;
import io.pgorm.client.UntypedBinding;
import java.util.function.UnaryOperator;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column travel in bulk.
 *
 * @param sqlType what the column is in the database
 * @param base turns a value into the Java value that stands for it in the database
 * @param type the class of that
 * @param binary null if the format is not known
 * @param text null if the format is not known
 */
record ColumnFormat(
        String sqlType,
        UnaryOperator<Object> base,
        Class<?> type,
        @Nullable BinaryFormat binary,
        @Nullable TextFormat text) {

    private static final IdentityCache<TableField<?, ?>, ColumnFormat> KNOWN = new IdentityCache<>();

    /** The format of a column of a generated table. */
    static ColumnFormat of(ModelType<?> model, TableField<?, ?> column) {
        return KNOWN.get(column, field -> of(field.getDataType(), model.sqlType(field)));
    }

    private static <U> ColumnFormat of(DataType<U> type, String sqlType) {
        if (type.getBinding() instanceof UntypedBinding<?, U> untyped) {
            if (untyped instanceof BinaryBinding<?> binary) {
                return ofBinary(untyped.converter(), binary, type.getType(), sqlType);
            }
            boolean isText = sqlType.equals("citext") || sqlType.endsWith(".citext");
            return new ColumnFormat(
                    sqlType,
                    converted(untyped.converter()),
                    String.class,
                    isText ? BinaryFormat.of(String.class, sqlType) : null,
                    TextFormat.of(String.class));
        }
        if (JooqBindings.isBuiltIn(type)) {
            return ofBase(type.getType(), UnaryOperator.identity(), sqlType);
        }
        if (type.getBinding().getClass().getName().startsWith("org.jooq.impl.")) {
            // a converter over a type that jOOQ knows
            return ofBase(type.getFromType(), converted(type.getConverter()), sqlType);
        }
        return new ColumnFormat(sqlType, UnaryOperator.identity(), type.getType(), null, null);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the values are those of the column, and never null here
    private static ColumnFormat ofBinary(
            Converter<?, ?> converter, BinaryBinding<?> binding, Class<?> type, String sqlType) {
        BinaryBinding<Object> any = (BinaryBinding<Object>) binding;
        UnaryOperator<Object> text = converted(converter);
        return new ColumnFormat(
                sqlType,
                UnaryOperator.identity(),
                type,
                (out, value) -> {
                    byte[] bytes = any.toBinary(value);
                    out.int32(bytes.length).raw(bytes);
                },
                value -> text.apply(value).toString());
    }

    private static ColumnFormat ofBase(Class<?> type, UnaryOperator<Object> base, String sqlType) {
        return new ColumnFormat(sqlType, base, type, BinaryFormat.of(type, sqlType), TextFormat.of(type));
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the values are those of the column, and never null here
    private static UnaryOperator<Object> converted(Converter<?, ?> converter) {
        Converter<Object, Object> any = (Converter<Object, Object>) converter;
        return value -> any.to(value);
    }

    /** The value as text; null for NULL. Only where {@link #text} is known. */
    @Nullable
    String asText(@Nullable Object value) {
        return value == null ? null : java.util.Objects.requireNonNull(text).write(base.apply(value));
    }
}
