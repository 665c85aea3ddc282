package com.example.types;

import io.pgorm.client.FeatureField;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.TableField;

/** A column of {@code Cents}, which can be compared with whole amounts. */
public final class CentsField<R extends Record> extends FeatureField<R, Cents> {

    private static final long serialVersionUID = 1L;

    /** As generated code calls it. There is nothing to know of the schema. */
    public CentsField(TableField<R, Cents> column, List<String> facts) {
        super(column);
    }

    /** The rows that cost less than so much. */
    public Condition under(long whole) {
        return column().lt(new Cents(Math.multiplyExact(whole, 100)));
    }
}
