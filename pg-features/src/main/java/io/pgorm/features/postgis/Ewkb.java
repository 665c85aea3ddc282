package io.pgorm.features.postgis;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** PostGIS's text form: well-known binary with the SRID, in hexadecimal. JTS's readers and writers are for one thread. */
final class Ewkb {

    private Ewkb() {}

    static Geometry read(String hex) {
        try {
            return new WKBReader().read(WKBReader.hexToBytes(hex));
        } catch (ParseException e) {
            throw new IllegalArgumentException("PostGIS sent a geometry that JTS cannot read", e);
        }
    }

    static String write(Geometry geometry) {
        boolean hasZ = !Double.isNaN(
                geometry.getCoordinate() == null
                        ? Double.NaN
                        : geometry.getCoordinate().getZ());
        WKBWriter writer = new WKBWriter(hasZ ? 3 : 2, ByteOrderValues.BIG_ENDIAN, geometry.getSRID() != 0);
        return WKBWriter.toHex(writer.write(geometry));
    }
}
