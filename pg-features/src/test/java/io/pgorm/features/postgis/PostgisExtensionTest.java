package io.pgorm.features.postgis;

import static io.pgorm.features.Declared.TEXT;
import static io.pgorm.features.Declared.attribute;
import static io.pgorm.features.Declared.field;
import static io.pgorm.features.Declared.schema;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ir.PgType;
import io.pgorm.ir.Schema;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.AttributeUse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgisExtensionTest {

    private final PostgisExtension postgis = new PostgisExtension();
    private final PgType geometry = postgis.types().getFirst();
    private final PgType geography = postgis.types().getLast();

    @Test
    void eachShapeIsAnAttribute() {
        assertThat(postgis.attributes())
                .extracting(AttributeType::name)
                .containsExactly(
                        "postgis.Point",
                        "postgis.LineString",
                        "postgis.Polygon",
                        "postgis.MultiPoint",
                        "postgis.MultiLineString",
                        "postgis.MultiPolygon",
                        "postgis.GeometryCollection",
                        "postgis.Geometry");
    }

    @Test
    void theShapeBecomesAPartOfTheType() {
        assertThat(sqlType(geography, attribute(2, "postgis.Point", "srid", 4326)))
                .isEqualTo("geography(Point,4326)");
        assertThat(sqlType(geometry, attribute(2, "postgis.Polygon", "srid", 3857)))
                .isEqualTo("geometry(Polygon,3857)");
    }

    @Test
    void withoutAnSridAGeographyIsInLongitudeAndLatitudeAndAGeometryInNoSystem() {
        assertThat(sqlType(geography, attribute(2, "postgis.LineString"))).isEqualTo("geography(LineString,4326)");
        assertThat(sqlType(geometry, attribute(2, "postgis.LineString"))).isEqualTo("geometry(LineString)");
        assertThat(sqlType(geography)).isEqualTo("geography");
    }

    @Test
    void aShapeOnAnotherTypeIsAnErrorAndChangesNothing() {
        assertThat(sqlType(TEXT, attribute(2, "postgis.Point"))).isEqualTo("text");
        assertThat(codes(TEXT, attribute(2, "postgis.Point"))).containsExactly("PGO1101");
    }

    @Test
    void aColumnHasOneShape() {
        assertThat(codes(geometry, attribute(2, "postgis.Point"), attribute(2, "postgis.Polygon")))
                .containsExactly("PGO1102");
    }

    @ParameterizedTest
    @CsvSource({
        "true, 4326, ", "true, 4269, ", "true, 0, PGO1103", "true, -1, PGO1103", "true, 999999, PGO1103",
        "true, 3857, PGO1104", "true, 32633, PGO1104", "false, 3857, ", "false, 0, ", "false, -1, PGO1103"
    })
    void theSridIsOneThatTheTypeTakes(boolean onTheGlobe, int srid, String code) {
        assertThat(codes(onTheGlobe ? geography : geometry, attribute(2, "postgis.Point", "srid", srid)))
                .containsExactlyElementsOf(code == null ? List.of() : List.of(code));
    }

    private String sqlType(PgType type, AttributeUse... attributes) {
        return postgis.rewrite(of(type, attributes))
                .tables()
                .getFirst()
                .columns()
                .getFirst()
                .type()
                .sql();
    }

    private List<String> codes(PgType type, AttributeUse... attributes) {
        return postgis.validate(postgis.rewrite(of(type, attributes))).stream()
                .map(Diagnostic::code)
                .toList();
    }

    private static Schema of(PgType type, AttributeUse... attributes) {
        return schema(List.of(field(2, "place", type, List.of(), attributes)), List.of());
    }
}
