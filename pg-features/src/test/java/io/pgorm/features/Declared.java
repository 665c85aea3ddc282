package io.pgorm.features;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Index;
import io.pgorm.ir.Model;
import io.pgorm.ir.PgType;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.spi.ArgumentValue;
import io.pgorm.ir.spi.AttributeUse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small pieces of a schema as the compiler hands them to an extension. */
public final class Declared {

    public static final PgType TEXT = new PgType("Text", "text", PgType.Kind.TEXT, 0, 0);

    private Declared() {}

    public static SourceSpan line(int n) {
        return new SourceSpan("schema.pgorm", n, 3, n, 40);
    }

    /** An attribute, with arguments given as name and value in turn: SQL for {@code using} and {@code check}. */
    public static AttributeUse attribute(int line, String name, Object... arguments) {
        Map<String, ArgumentValue> values = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            values.put((String) arguments[i], value((String) arguments[i], arguments[i + 1], line));
        }
        return new AttributeUse(name, values, line(line));
    }

    private static ArgumentValue value(String parameter, Object value, int line) {
        return switch (value) {
            case Integer number -> new ArgumentValue.Whole(number);
            case List<?> words ->
                new ArgumentValue.Words(words.stream().map(Object::toString).toList());
            case String text
            when parameter.equals("using") || parameter.equals("check") ->
                new ArgumentValue.Sql(new SqlText(List.of(new SqlText.Text(text)), line(line)));
            case String text when parameter.equals("name") -> new ArgumentValue.Text(text);
            default -> new ArgumentValue.Word(value.toString());
        };
    }

    /** A column, and the field of the same name that is behind it. */
    public record Field(Column column, List<AttributeUse> attributes) {}

    public static Field field(int line, String name, PgType type, List<String> arguments, AttributeUse... attributes) {
        ColumnType columnType = new ColumnType.Scalar(type, arguments, false);
        return new Field(
                new Column(name, columnType, false, ColumnValue.NONE, Optional.empty(), line(line)),
                List.of(attributes));
    }

    public static Index index(int line, String method, String column, Map<String, String> with) {
        return new Index(
                column + "_idx",
                false,
                method,
                List.of(Index.Key.of(column)),
                List.of(),
                false,
                Optional.empty(),
                with,
                line(line));
    }

    /** A schema of one model, {@code Post}, behind which is the table {@code posts}. */
    public static Schema schema(List<Field> fields, List<Index> indexes, AttributeUse... attributes) {
        return schema("Post", "posts", fields, indexes, attributes);
    }

    public static Schema schema(
            String model, String table, List<Field> fields, List<Index> indexes, AttributeUse... attributes) {
        QualifiedName name = QualifiedName.of(table);
        List<Column> columns = fields.stream().map(Field::column).toList();
        List<Model.Field> modelFields = fields.stream()
                .<Model.Field>map(field -> new Model.ColumnField(
                        field.column().name(),
                        field.column().name(),
                        false,
                        field.attributes(),
                        Optional.empty(),
                        field.column().span()))
                .toList();
        return new Schema(
                List.of(Table.of(name, columns, List.of(), indexes, Optional.empty(), line(1))),
                Optional.empty(),
                List.of(new Model(
                        model, model + "s", name, modelFields, List.of(attributes), Optional.empty(), line(1))));
    }

    /** Both schemas in one. */
    public static Schema both(Schema one, Schema other) {
        return new Schema(
                List.of(one.tables().getFirst(), other.tables().getFirst()),
                Optional.empty(),
                List.of(one.models().getFirst(), other.models().getFirst()));
    }
}
