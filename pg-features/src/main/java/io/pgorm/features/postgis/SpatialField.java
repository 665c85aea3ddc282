package io.pgorm.features.postgis;

import io.pgorm.client.FeatureField;
import io.pgorm.client.RowChoice;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.locationtech.jts.geom.Geometry;

/**
 * A column of shapes. Every condition is one that a GiST index ({@code @@index([location], type: GIST)}) answers. Immutable;
 * safe for use by several threads.
 *
 * @param <R> jOOQ's record of the table
 */
public abstract sealed class SpatialField<R extends Record> extends FeatureField<R, Geometry>
        permits GeographyField, GeometryField {

    private static final long serialVersionUID = 1L;

    private final String sqlType;
    private final int srid;

    /** @param facts the SRID that the column is held to, or nothing */
    SpatialField(TableField<R, Geometry> column, List<String> facts, String sqlType) {
        super(column);
        this.sqlType = sqlType;
        this.srid = facts.isEmpty() ? 0 : Integer.parseInt(facts.get(0));
    }

    /** The rows whose shape has a point in common with this one. */
    public final Condition intersects(Geometry shape) {
        return test("ST_Intersects", shape);
    }

    /** The rows whose shape holds every point of this one, its edge counted. */
    public final Condition covers(Geometry shape) {
        return test("ST_Covers", shape);
    }

    /** The rows whose shape lies in this one, its edge counted. */
    public final Condition coveredBy(Geometry shape) {
        return test("ST_CoveredBy", shape);
    }

    /** The rows whose bounding box meets that of the shape: quick, and more rows than {@link #intersects}. */
    public final Condition boxIntersects(Geometry shape) {
        return DSL.condition("{0} && {1}", column(), value(shape));
    }

    /** All rows, the nearest first; to be limited. The index gives them in this order. */
    public final RowChoice nearest(Geometry shape) {
        return new Nearest(DSL.field("({0} <-> {1})", SQLDataType.DOUBLE, column(), value(shape)));
    }

    /** The shape as GeoJSON; NULL where the column is. */
    public final Field<String> geoJson() {
        return DSL.function("ST_AsGeoJSON", SQLDataType.CLOB, column());
    }

    /**
     * For an insert or update: the shape that a GeoJSON describes, in longitude and latitude as GeoJSON always is.
     *
     * @throws IllegalStateException if the column is held to another reference system than 4326
     */
    public final Field<Geometry> ofGeoJson(String json) {
        if (srid != 0 && srid != 4326) {
            throw new IllegalStateException("GeoJSON is in longitude and latitude (SRID 4326), and " + getName()
                    + " is held to " + srid + ": transform the shape first");
        }
        return DSL.field(
                "cast(ST_SetSRID(ST_GeomFromGeoJSON({0}), {1}) as " + sqlType + ")",
                getDataType(),
                DSL.val(json),
                DSL.inline(srid == 0 && sqlType.equals("geometry") ? 0 : 4326));
    }

    /** A condition by a function of PostGIS that takes the column and the shape. */
    final Condition test(String function, Geometry shape) {
        return DSL.condition(DSL.function(function, SQLDataType.BOOLEAN, column(), value(shape)));
    }

    final Condition near(Geometry shape, double distance) {
        if (!(distance >= 0)) {
            throw new IllegalArgumentException("a distance is not negative: " + distance);
        }
        return DSL.condition(
                DSL.function("ST_DWithin", SQLDataType.BOOLEAN, column(), value(shape), DSL.val(distance)));
    }

    final Field<Double> measure(String function, Geometry shape) {
        return DSL.function(function, SQLDataType.DOUBLE, column(), value(shape));
    }

    /** @throws IllegalArgumentException if the shape is in another reference system than the column */
    private Field<?> value(Geometry shape) {
        if (srid != 0 && shape.getSRID() != srid) {
            throw new IllegalArgumentException(getName() + " is in the reference system " + srid + ", and the shape in "
                    + (shape.getSRID() == 0 ? "none" : shape.getSRID())
                    + ": make it by new GeometryFactory(new PrecisionModel(), " + srid + "), or transform it");
        }
        return DSL.field("cast({0} as " + sqlType + ")", DSL.val(shape, this));
    }

    private record Nearest(Field<Double> distance) implements RowChoice {
        @Override
        public Condition condition() {
            return DSL.noCondition();
        }

        @Override
        public List<OrderField<?>> order() {
            return List.of(distance);
        }
    }
}
