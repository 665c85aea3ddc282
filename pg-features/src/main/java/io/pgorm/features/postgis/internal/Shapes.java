package io.pgorm.features.postgis.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.Model;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.spi.AttributeUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the shapes that attributes ask for into the types of the columns. Stateless. */
public final class Shapes {

    /** WGS 84, longitude and latitude: what a GPS receiver says. */
    private static final long DEFAULT_GEOGRAPHY_SRID = 4326;

    private Shapes() {}

    /** The schema with {@code geography(Point,4326)} where a field says {@code Geography @postgis.Point}. */
    public static Schema add(Schema schema) {
        return schema.mapTables(table -> table.withColumns(table.columns().stream()
                .map(column -> shaped(column, uses(schema, table.name(), column.name())))
                .toList()));
    }

    /** The attributes of this extension on the field behind which the column is. */
    static List<AttributeUse> uses(Schema schema, QualifiedName table, String column) {
        return schema
                .modelOf(table)
                .flatMap(model -> model.fieldOf(column))
                .map(Model.ColumnField::attributes)
                .orElse(List.of())
                .stream()
                .filter(use -> Shape.of(use).isPresent())
                .toList();
    }

    private static Column shaped(Column column, List<AttributeUse> uses) {
        Optional<SpatialType> type = SpatialType.of(column.type());
        if (uses.isEmpty() || type.isEmpty() || !(column.type() instanceof ColumnType.Scalar scalar)) {
            return column;
        }
        AttributeUse use = uses.getFirst();
        List<String> arguments = new ArrayList<>();
        Shape.of(use).map(Shape::word).ifPresent(arguments::add);
        srid(use, type.get()).ifPresent(srid -> arguments.add(Long.toString(srid)));
        return column.withType(scalar.withArguments(arguments));
    }

    /** The one given; else a geography has that of longitude and latitude, and a geometry has none. */
    private static Optional<Long> srid(AttributeUse use, SpatialType type) {
        return use.whole(Shape.SRID)
                .or(() -> type == SpatialType.GEOGRAPHY ? Optional.of(DEFAULT_GEOGRAPHY_SRID) : Optional.empty());
    }
}
