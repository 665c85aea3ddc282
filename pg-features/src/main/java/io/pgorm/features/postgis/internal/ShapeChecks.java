package io.pgorm.features.postgis.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.spi.AttributeUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with the attributes of PostGIS. Stateless. */
public final class ShapeChecks {

    /** The last that PostGIS leaves to its users. */
    private static final long MAX_SRID = 998_999;

    private ShapeChecks() {}

    public static List<Diagnostic> check(Schema schema) {
        List<Diagnostic> found = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                check(column, Shapes.uses(schema, table.name(), column.name()), found);
            }
        }
        return found;
    }

    private static void check(Column column, List<AttributeUse> uses, List<Diagnostic> found) {
        if (uses.isEmpty()) {
            return;
        }
        Optional<SpatialType> type = SpatialType.of(column.type());
        if (type.isEmpty()) {
            uses.forEach(use -> found.add(Diagnostic.error(
                            ShapeCodes.NOT_SPATIAL,
                            "@" + use.name() + " says something of a Geometry or a Geography only",
                            use.span())
                    .withHelp("make it a Geography for places on the globe, a Geometry for shapes on a plane")));
            return;
        }
        uses.stream()
                .skip(1)
                .forEach(use -> found.add(
                        Diagnostic.error(ShapeCodes.TWO_SHAPES, "a column is held to one kind of shape", use.span())
                                .withHelp("leave all but one out, or use @postgis.Geometry for any")));
        uses.forEach(use -> use.whole(Shape.SRID).ifPresent(srid -> checkSrid(srid, type.get(), use, found)));
    }

    private static void checkSrid(long srid, SpatialType type, AttributeUse use, List<Diagnostic> found) {
        // For a geometry 0 says that the system is unknown; a geography is always in a known one.
        long least = type == SpatialType.GEOGRAPHY ? 1 : 0;
        if (srid < least || srid > MAX_SRID) {
            found.add(Diagnostic.error(
                    ShapeCodes.SRID_RANGE,
                    "an SRID is a number from " + least + " to " + MAX_SRID + ", not " + srid,
                    use.span()));
        } else if (type == SpatialType.GEOGRAPHY && isProjected(srid)) {
            found.add(Diagnostic.error(
                            ShapeCodes.PROJECTED_GEOGRAPHY,
                            "a Geography has longitude and latitude, and SRID " + srid + " is a map projection",
                            use.span())
                    .withHelp("use 4326, or make the column a Geometry"));
        }
    }

    /** The projections in common use: web maps and the zones of UTM. PostGIS itself knows the rest. */
    private static boolean isProjected(long srid) {
        return srid == 3857
                || srid == 3785
                || srid == 900_913
                || srid >= 32_601 && srid <= 32_660
                || srid >= 32_701 && srid <= 32_760;
    }
}
