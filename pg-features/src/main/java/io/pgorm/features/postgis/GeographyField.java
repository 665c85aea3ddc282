package io.pgorm.features.postgis;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.locationtech.jts.geom.Geometry;

/**
 * A column of type {@code geography}: on the globe, in longitude and latitude, and measured in metres. Generated code
 * makes it.
 *
 * @param <R> jOOQ's record of the table
 */
public final class GeographyField<R extends Record> extends SpatialField<R> {

    private static final long serialVersionUID = 1L;

    /** @param facts the SRID that the column is held to, or nothing */
    public GeographyField(TableField<R, Geometry> column, List<String> facts) {
        super(column, facts, "geography");
    }

    /**
     * The rows that are at most so many metres away: {@code db.shops().where(SHOPS.LOCATION.withinMetres(point, 500))}.
     *
     * @throws IllegalArgumentException if negative
     */
    public Condition withinMetres(Geometry shape, double metres) {
        return near(shape, metres);
    }

    /** How many metres away it is. For a condition take {@link #withinMetres}, which finds by the index. */
    public Field<Double> metresTo(Geometry shape) {
        return measure("ST_Distance", shape);
    }

    /** How large an area is, in square metres. */
    public Field<Double> squareMetres() {
        return DSL.function("ST_Area", SQLDataType.DOUBLE, column());
    }

    /** How long a line is, in metres. */
    public Field<Double> lengthInMetres() {
        return DSL.function("ST_Length", SQLDataType.DOUBLE, column());
    }
}
