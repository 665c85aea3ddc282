package io.pgorm.features.postgis.internal;

import io.pgorm.ir.spi.OperatorClass;
import io.pgorm.ir.spi.OperatorClass.Choice;
import java.util.List;
import java.util.Optional;

/** The operator classes of PostGIS 3. Stateless. */
public final class SpatialOperatorClasses {

    private SpatialOperatorClasses() {}

    public static List<OperatorClass> all() {
        return List.of(
                geometry("gist_geometry_ops_2d", "gist", Choice.SERVER),
                geometry("gist_geometry_ops_nd", "gist", Choice.AUTHOR),
                geometry("spgist_geometry_ops_2d", "spgist", Choice.SERVER),
                geometry("spgist_geometry_ops_3d", "spgist", Choice.AUTHOR),
                geometry("spgist_geometry_ops_nd", "spgist", Choice.AUTHOR),
                geometry("brin_geometry_inclusion_ops_2d", "brin", Choice.SERVER),
                geometry("brin_geometry_inclusion_ops_3d", "brin", Choice.AUTHOR),
                geometry("brin_geometry_inclusion_ops_4d", "brin", Choice.AUTHOR),
                geometry("btree_geometry_ops", "btree", Choice.SERVER),
                geometry("hash_geometry_ops", "hash", Choice.SERVER),
                geography("gist_geography_ops", "gist"),
                geography("spgist_geography_ops_nd", "spgist"),
                geography("brin_geography_inclusion_ops", "brin"),
                geography("btree_geography_ops", "btree"));
    }

    private static OperatorClass geometry(String name, String method, Choice choice) {
        return new OperatorClass(name, method, "geometry", Optional.of(Shape.EXTENSION), choice);
    }

    /** A geography has one for each method, the default. */
    private static OperatorClass geography(String name, String method) {
        return new OperatorClass(name, method, "geography", Optional.of(Shape.EXTENSION), Choice.SERVER);
    }
}
