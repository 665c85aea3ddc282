package io.pgorm.client.internal;

import io.pgorm.client.ClientOnly;
import io.pgorm.client.error.ShapeMismatch;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** How fields stand in JSON that PostgreSQL makes. Stateless. */
final class JsonValues {

    /** PostgreSQL takes a hundred arguments, two for each field. */
    private static final int MOST_PAIRS = 50;

    private JsonValues() {}

    /** The field as PostgreSQL puts it into JSON, but bytes by Base64, as all the world reads them. */
    static Field<?> of(Field<?> field) {
        if (field.getDataType().isMultiset()) {
            throw new ShapeMismatch(
                    field.getName() + " is made of a relation by a function, which PostgreSQL cannot call:"
                            + " for JSON take the relation by as(...) alone");
        }
        if (field.getBinding() instanceof ClientOnly) {
            throw new ShapeMismatch("PostgreSQL makes the JSON, and cannot read " + field.getName()
                    + ", which is encrypted: fetch records, or leave it out of the shape");
        }
        if (field.getType() == byte[].class) {
            return DSL.field("translate(encode({0}, 'base64'), chr(10), '')", SQLDataType.CLOB, field);
        }
        return field instanceof Param<?> ? field.cast(field.getDataType()) : field;
    }

    static Field<JSON> object(List<String> names, List<? extends Field<?>> values) {
        return names.size() > MOST_PAIRS ? wide(names, values) : narrow(names, values);
    }

    private static Field<JSON> narrow(List<String> names, List<? extends Field<?>> values) {
        List<Field<?>> arguments = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            arguments.add(DSL.inline(names.get(i)));
            arguments.add(values.get(i));
        }
        return DSL.function("json_build_object", SQLDataType.JSON, arguments);
    }

    /** The names are those of columns here. */
    private static Field<JSON> wide(List<String> names, List<? extends Field<?>> values) {
        List<Field<?>> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(values.get(i).as(names.get(i)));
        }
        return DSL.field(DSL.select(DSL.field("row_to_json({0})", SQLDataType.JSON, DSL.field(DSL.name("_o"))))
                .from(DSL.select(columns).asTable("_o")));
    }
}
