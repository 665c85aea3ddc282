package io.pgorm.features.postgis;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.locationtech.jts.geom.Geometry;

/**
 * A column of type {@code geometry}: on a plane, and measured in the units of its reference system, which are degrees for
 * 4326 and no distance that anybody means. There is nothing here in metres: a {@code Geography} has that. Generated code
 * makes it.
 *
 * @param <R> jOOQ's record of the table
 */
public final class GeometryField<R extends Record> extends SpatialField<R> {

    private static final long serialVersionUID = 1L;

    /** @param facts the SRID that the column is held to, or nothing */
    public GeometryField(TableField<R, Geometry> column, List<String> facts) {
        super(column, facts, "geometry");
    }

    /** The rows whose shape lies inside of this one. */
    public Condition within(Geometry shape) {
        return test("ST_Within", shape);
    }

    /** The rows inside of whose shape this one lies. Not {@code contains}, which jOOQ has for texts. */
    public Condition holds(Geometry shape) {
        return test("ST_Contains", shape);
    }

    /**
     * The rows that are at most so many units of the reference system away.
     *
     * @throws IllegalArgumentException if negative
     */
    public Condition withinUnits(Geometry shape, double units) {
        return near(shape, units);
    }

    /** How many units of the reference system away it is. For a condition take {@link #withinUnits}. */
    public Field<Double> unitsTo(Geometry shape) {
        return measure("ST_Distance", shape);
    }
}
