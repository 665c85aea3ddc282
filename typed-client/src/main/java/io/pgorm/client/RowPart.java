package io.pgorm.client;

import io.pgorm.client.internal.RecordValues;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * The whole record of a model: {@code USERS.row()}.
 *
 * @param <M> the record
 */
public final class RowPart<M> extends Part<M> {

    private static final long serialVersionUID = 1L;

    private final transient List<? extends TableField<?, ?>> columns;
    private final transient RowValues.Reader<M> reader;
    private final transient Class<M> type;

    RowPart(Class<M> type, List<? extends TableField<?, ?>> columns, RowValues.Reader<M> reader) {
        super("row", DSL.rowField(DSL.row(columns)).convertFrom(type, record -> RecordValues.read(reader, record)));
        this.columns = columns;
        this.reader = reader;
        this.type = type;
    }

    /** Not API: the names of the record's components. */
    public List<String> names() {
        RecordComponent[] components = Objects.requireNonNull(type.getRecordComponents(), type::getName);
        return Arrays.stream(components).map(RecordComponent::getName).toList();
    }

    /** Not API: the columns, in the order of the record's components. */
    public List<? extends TableField<?, ?>> columns() {
        return columns;
    }

    /** Not API: makes the record of a row. */
    public RowValues.Reader<M> reader() {
        return reader;
    }
}
