package io.pgorm.features.timescale.internal;

import io.pgorm.features.internal.AttributeText;
import io.pgorm.ir.Column;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.Table;
import io.pgorm.ir.spi.SchemaNames;
import io.pgorm.ir.spi.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hypertables as attributes, where they have no dimension but the time. Stateless. */
public final class WriteHypertables {

    private static final Pattern CHUNK = Pattern.compile(", (?:INTERVAL '([^']+)'|(\\d+))\\), create_default");

    private WriteHypertables() {}

    public static Written write(Schema schema, SchemaNames names) {
        List<Written.Attribute> attributes = new ArrayList<>();
        List<SchemaObject> rest = new ArrayList<>();
        for (SchemaObject object : schema.objects()) {
            Optional<Written.Attribute> attribute =
                    object instanceof SqlObject sql ? attribute(schema, names, sql) : Optional.empty();
            attribute.ifPresentOrElse(attributes::add, () -> rest.add(object));
        }
        return new Written(attributes, schema.withObjects(rest));
    }

    private static Optional<Written.Attribute> attribute(Schema schema, SchemaNames names, SqlObject object) {
        return schema.tables().stream()
                .filter(table -> object.id().equals("hypertable:" + table.name())
                        && names.model(table.name()).isPresent())
                .findFirst()
                .flatMap(table -> attribute(table, names, object.sql()));
    }

    private static Optional<Written.Attribute> attribute(Table table, SchemaNames names, String sql) {
        Matcher chunk = CHUNK.matcher(sql);
        if (!chunk.find()) {
            return Optional.empty();
        }
        String length = chunk.group(1) == null ? chunk.group(2) : chunk.group(1);
        Optional<String> sqlLength = Optional.of(chunk.group(1) == null ? length : "INTERVAL '" + length + "'");
        return table.columns().stream()
                .filter(column ->
                        Hypertables.call(table.name(), column.name(), sqlLength).equals(sql))
                .findFirst()
                .map(Column::name)
                .map(time -> new Written.Attribute(
                        table.name(),
                        Optional.empty(),
                        new AttributeText(HypertableAttribute.NAME)
                                .add(HypertableAttribute.TIME, names.field(table.name(), time))
                                .add(HypertableAttribute.CHUNK, names.text(length))
                                .toString()));
    }
}
