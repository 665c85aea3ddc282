package io.pgorm.client;

import io.pgorm.client.internal.ShapeDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * What the generated code knows of a model. Immutable and safe for use by several threads.
 *
 * @param <M> the record of the model
 */
public final class ModelType<M> {

    private final Class<M> type;
    private final Table<?> table;
    private final List<? extends TableField<?, ?>> columns;
    private final Map<String, String> fieldByColumn;
    private final Map<String, TableField<?, ?>> columnByField;
    private final List<? extends TableField<?, ?>> primaryKey;
    private final List<? extends TableField<?, ?>> updatedAt;
    private final TableFacts facts;
    private final RowPart<M> row;
    private final Shape<M> shape;

    /**
     * @param type the record
     * @param table the table it is read from
     * @param columns the columns of the record's components, in their order
     * @param fieldNames the names of the fields, in the same order
     * @param primaryKey empty where the table has none
     * @param updatedAt the columns that each update sets to the time of the transaction
     * @param facts what writing needs to know
     * @param reader makes the record of a row
     */
    public ModelType(
            Class<M> type,
            Table<?> table,
            List<? extends TableField<?, ?>> columns,
            List<String> fieldNames,
            List<? extends TableField<?, ?>> primaryKey,
            List<? extends TableField<?, ?>> updatedAt,
            TableFacts facts,
            RowValues.Reader<M> reader) {
        this.type = type;
        this.table = table;
        this.columns = List.copyOf(columns);
        this.fieldByColumn = IntStream.range(0, columns.size())
                .boxed()
                .collect(Collectors.toUnmodifiableMap(i -> columns.get(i).getName(), fieldNames::get));
        Map<String, TableField<?, ?>> byField = new LinkedHashMap<>();
        for (int i = 0; i < fieldNames.size(); i++) {
            byField.put(fieldNames.get(i), columns.get(i));
        }
        this.columnByField = Collections.unmodifiableMap(byField);
        this.primaryKey = List.copyOf(primaryKey);
        this.updatedAt = List.copyOf(updatedAt);
        this.facts = facts;
        this.row = new RowPart<>(type, this.columns, reader);
        this.shape = new Shape<>(ShapeDefinition.ofRow(row));
    }

    /** The name of the model. */
    public String name() {
        return type.getSimpleName();
    }

    public Table<?> table() {
        return table;
    }

    public List<? extends TableField<?, ?>> columns() {
        return columns;
    }

    public List<? extends TableField<?, ?>> primaryKey() {
        return primaryKey;
    }

    public List<? extends TableField<?, ?>> updatedAt() {
        return updatedAt;
    }

    /** What writing needs to know of the table. */
    public TableFacts facts() {
        return facts;
    }

    /** The column that counts the updates of a row. */
    public Optional<TableField<?, ?>> version() {
        return facts.version().map(this::column);
    }

    /**
     * The column of the name.
     *
     * @throws IllegalArgumentException if the model has none
     */
    public TableField<?, ?> column(String name) {
        for (TableField<?, ?> column : columns) {
            if (column.getName().equals(name)) {
                return column;
            }
        }
        throw new IllegalArgumentException("no column " + name + " of " + name());
    }

    /** The type of a column of the model as PostgreSQL names it. */
    public String sqlType(TableField<?, ?> column) {
        return facts.sqlTypes().get(columns.indexOf(column));
    }

    /** The whole record as a part. */
    public RowPart<M> row() {
        return row;
    }

    /** The shape of the whole record. */
    public Shape<M> shape() {
        return shape;
    }

    /** The columns by the names of their fields, in the order of the record's components. */
    public Map<String, TableField<?, ?>> fields() {
        return columnByField;
    }

    /** The field that a column belongs to, or the column's own name where no field is. */
    public String fieldOfColumn(String column) {
        return fieldByColumn.getOrDefault(column, column);
    }
}
