package io.pgorm.features.postgis;

import io.pgorm.client.UntypedBinding;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads and writes columns of type geography as JTS geometries, with their SRID. Refuses what is not on the globe, which
 * PostGIS would move to somewhere that is. Stateless; for generated code.
 *
 * @param <D> what jOOQ takes the type of the database for
 */
public final class GeographyBinding<D> extends UntypedBinding<D, Geometry> {

    private static final long serialVersionUID = 1L;

    public GeographyBinding() {
        super(Geometry.class, Ewkb::read, value -> Ewkb.write(OnGlobe.checked(value)));
    }
}
