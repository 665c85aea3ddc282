package scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static scenario.db.Tables.PLOTS;
import static scenario.db.Tables.SHOPS;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.Shape;
import io.pgorm.it.generate.Scenario;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import scenario.db.Db;
import scenario.db.PlotCreate;
import scenario.db.Shop;
import scenario.db.ShopCreate;
import scenario.db.ShopUpdate;

/** Places: within so many metres, the nearest, inside and outside, by the index. */
public final class Shops implements Scenario {

    record Away(String name, double metres) {}

    private static final GeometryFactory GLOBE = new GeometryFactory(new PrecisionModel(), 4326);
    private static final GeometryFactory MAP = new GeometryFactory(new PrecisionModel(), 3857);
    private static final Geometry BERN = point(7.4474, 46.948);

    private static Geometry point(double longitude, double latitude) {
        return GLOBE.createPoint(new Coordinate(longitude, latitude));
    }

    @Override
    public void run(ConnectionOptions options) {
        try (Db db = Db.open(options)) {
            db.shops()
                    .createMany(IntStream.range(0, 5000)
                            .mapToObj(i -> ShopCreate.name("shop " + i)
                                    .location(point(-170 + i % 340, -80 + (i / 340) * 10))));
            db.shops().create(ShopCreate.name("Zytglogge").location(point(7.4477, 46.9480)));
            db.shops().create(ShopCreate.name("Bundeshaus").location(point(7.4443, 46.9466)));
            shops(db);
            coordinates(db);
            geoJson(db);
            plots(db);
        }
    }

    private static void shops(Db db) {
        List<Shop> near = db.shops()
                .where(SHOPS.LOCATION.withinMetres(BERN, 500))
                .orderBy(SHOPS.LOCATION.metresTo(BERN))
                .fetch();
        assertThat(near).extracting(Shop::name).containsExactly("Zytglogge", "Bundeshaus");
        assertThat(db.shops().where(SHOPS.LOCATION.withinMetres(BERN, 500)).explain())
                .contains("shops_location_idx");

        Shape<Away> away = Shape.of(Away::new, SHOPS.NAME, SHOPS.LOCATION.metresTo(BERN));
        List<Away> nearest = db.shops().by(SHOPS.LOCATION.nearest(BERN)).limit(2).fetch(away);
        assertThat(nearest).extracting(Away::name).containsExactly("Zytglogge", "Bundeshaus");
        assertThat(nearest.get(0).metres()).isCloseTo(22.8, within(1.0));
        assertThat(db.shops().by(SHOPS.LOCATION.nearest(BERN)).limit(2).explain())
                .contains("Index Scan using shops_location_idx");

        Geometry town = GLOBE.toGeometry(new Envelope(7.4, 7.5, 46.9, 47.0));
        for (var condition : List.of(
                SHOPS.LOCATION.coveredBy(town),
                SHOPS.LOCATION.intersects(town),
                SHOPS.LOCATION.boxIntersects(town))) {
            assertThat(db.shops().where(condition).count()).isEqualTo(2);
            assertThat(db.shops().where(condition).explain()).contains("shops_location_idx");
        }
        assertThatThrownBy(() -> SHOPS.LOCATION.withinMetres(BERN, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void coordinates(Db db) {
        assertThatThrownBy(() -> db.shops().create(ShopCreate.name("x").location(point(200, 95))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the other way round?");
        Geometry nowhere = new GeometryFactory().createPoint(new Coordinate(7, 46));
        assertThatThrownBy(() -> SHOPS.LOCATION.withinMetres(nowhere, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reference system 4326, and the shape in none");
    }

    private static void geoJson(Db db) {
        Shape<String> json = Shape.of((String text) -> text, SHOPS.LOCATION.geoJson());
        assertThat(db.shops().where(SHOPS.NAME.eq("Zytglogge")).fetch(json))
                .containsExactly("{\"type\":\"Point\",\"coordinates\":[7.4477,46.948]}");
        Shop shop = db.shops().where(SHOPS.NAME.eq("Bundeshaus")).fetchOptional().orElseThrow();
        String area = "{\"type\":\"Polygon\",\"coordinates\":[[[7,46],[7.001,46],[7.001,46.001],[7,46]]]}";
        Shop changed = db.shops()
                .byId(shop.id())
                .update(ShopUpdate.set(SHOPS.AREA, SHOPS.AREA.ofGeoJson(area)))
                .orElseThrow();
        assertThat(changed.area().getSRID()).isEqualTo(4326);
        assertThat(db.shops().where(SHOPS.AREA.covers(point(7.0009, 46.0001))).count()).isEqualTo(1);
        Shape<Double> size = Shape.of((Double metres) -> metres, SHOPS.AREA.squareMetres());
        assertThat(db.shops().byId(shop.id()).fetch(size).orElseThrow()).isBetween(4000.0, 4600.0);
    }

    private static void plots(Db db) {
        db.plots()
                .createMany(IntStream.range(0, 3000)
                        .mapToObj(i -> PlotCreate.outline(
                                MAP.toGeometry(new Envelope(i * 100, i * 100 + 50, 0, 50)))));
        Geometry inside = MAP.createPoint(new Coordinate(725, 25));
        assertThat(db.plots().where(PLOTS.OUTLINE.holds(inside)).count()).isEqualTo(1);
        assertThat(db.plots().where(PLOTS.OUTLINE.within(MAP.toGeometry(new Envelope(-1, 160, -1, 60)))).count())
                .isEqualTo(2);
        assertThat(db.plots().where(PLOTS.OUTLINE.withinUnits(MAP.createPoint(new Coordinate(75, 25)), 30)).count())
                .isEqualTo(2);
        assertThat(db.plots().where(PLOTS.OUTLINE.holds(inside)).explain()).contains("plots_outline_idx");
        assertThatThrownBy(() -> PLOTS.OUTLINE.holds(BERN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reference system 3857, and the shape in 4326");
        assertThatThrownBy(() -> PLOTS.OUTLINE.ofGeoJson("{}")).isInstanceOf(IllegalStateException.class);
    }
}
