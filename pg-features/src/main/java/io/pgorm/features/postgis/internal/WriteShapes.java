package io.pgorm.features.postgis.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.spi.SchemaNames;
import io.pgorm.ir.spi.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shapes of columns as attributes: {@code geography(Point,4326)} is {@code Geography @postgis.Point(4326)}. Stateless. */
public final class WriteShapes {

    private static final Pattern SHAPED = Pattern.compile("(?i)(geometry|geography)\\((\\w+)(?:,\\s*(\\d+))?\\)");

    private WriteShapes() {}

    /** Attributes for the columns of all tables that have a model; those of three dimensions stay as they are. */
    public static Written write(Schema schema, SchemaNames names) {
        List<Written.Attribute> attributes = new ArrayList<>();
        Schema rest = schema.mapTables(table -> names.model(table.name()).isEmpty()
                ? table
                : table.withColumns(table.columns().stream()
                        .map(column -> left(table, column, attributes))
                        .toList()));
        return new Written(attributes, rest);
    }

    private static Column left(Table table, Column column, List<Written.Attribute> attributes) {
        Matcher shaped = SHAPED.matcher(column.type().sql());
        if (!shaped.matches()) {
            return column;
        }
        SpatialType type = SpatialType.valueOf(shaped.group(1).toUpperCase(Locale.ROOT));
        Optional<Shape> shape = Arrays.stream(Shape.values())
                .filter(candidate -> candidate.word().equalsIgnoreCase(shaped.group(2)))
                .findFirst();
        if (shape.isEmpty() || shaped.group(3) != null && shaped.group(3).length() > 6) {
            return column;
        }
        String srid = shaped.group(3) == null ? "" : "(" + shaped.group(3) + ")";
        attributes.add(new Written.Attribute(
                table.name(),
                Optional.of(column.name()),
                "@" + shape.get().attribute().name() + srid));
        return column.withType(new ColumnType.Scalar(type.type(), List.of(), false));
    }
}
