package scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static scenario.db.Tables.SHOPS;
import static scenario.db.Tables.STALLS;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.Shape;
import io.pgorm.features.vector.Vector;
import io.pgorm.it.client.Doctor;
import io.pgorm.it.generate.Scenario;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import scenario.db.Db;
import scenario.db.Session;

/** Vectors and places: what the client sends uses its index, under a policy too, or the doctor says that it cannot. */
public final class NearPolicies implements Scenario {

    private static final GeometryFactory GLOBE = new GeometryFactory(new PrecisionModel(), 4326);
    private static final Geometry BERN = GLOBE.createPoint(new Coordinate(7.4474, 46.948));
    private static final Geometry TOWN = GLOBE.toGeometry(new Envelope(7.4, 7.5, 46.9, 47.0));
    private static final Vector ONES = Vector.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);

    @Override
    public void run(ConnectionOptions application, ConnectionOptions superuser) throws Exception {
        try (Connection connection = superuser.connect();
                Db db = Db.open(application)) {
            fill(connection);
            Doctor doctor = new Doctor(connection, application.user());
            Db owner = db.as(Session.uid(1));
            vectors(db, owner, doctor);
            nearestPlaces(db, owner);
            placesWithin(db, owner, doctor);
        }
    }

    /** Half of the stalls are the caller's, so that the index of the owner is not the best way to any of them. */
    private static void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                INSERT INTO shops (location, embedding)
                  SELECT ST_SetSRID(ST_MakePoint(-170 + n % 340, -80 + n / 340 * 10), 4326)::geography,
                         (SELECT array_agg(sin(n * k)) FROM generate_series(1, 16) k)::vector
                  FROM generate_series(1, 4000) n""");
            statement.execute("INSERT INTO stalls (location, embedding, owner_id)"
                    + " SELECT location, embedding, 1 + id % 2 FROM shops");
            statement.execute("VACUUM ANALYZE");
        }
    }

    private static void vectors(Db db, Db owner, Doctor doctor) throws SQLException {
        assertThat(db.shops().by(SHOPS.EMBEDDING.nearest(ONES)).limit(10).explain())
                .contains("Index Scan using shops_embedding_idx");
        assertThat(owner.stalls().by(STALLS.EMBEDDING.nearest(ONES)).limit(10).explain())
                .contains("Index Scan using stalls_embedding_idx");
        assertThat(owner.stalls().by(STALLS.EMBEDDING.nearest(ONES)).limit(10).fetch())
                .hasSize(10);
        doctor.isSilentAbout("stalls_embedding_idx");
        Shape<Integer> id = Shape.of((Integer one) -> one, STALLS.ID);
        var near = owner.stalls().by(STALLS.EMBEDDING.nearest(ONES).efSearch(100)).limit(60);
        assertThat(near.asJson(id).text()).isEqualTo(near.fetch(id).toString()).contains(", ");
    }

    /** An order is no condition that could tell of hidden rows. */
    private static void nearestPlaces(Db db, Db owner) {
        assertThat(db.shops().by(SHOPS.LOCATION.nearest(BERN)).limit(10).explain())
                .contains("Index Scan using shops_location_idx");
        assertThat(owner.stalls().by(STALLS.LOCATION.nearest(BERN)).limit(10).explain())
                .contains("Index Scan using stalls_location_idx");
    }

    /** A condition by a function of PostGIS is lost as one by an operator is. */
    private static void placesWithin(Db db, Db owner, Doctor doctor) throws SQLException {
        assertThat(db.shops().where(SHOPS.LOCATION.withinMetres(BERN, 500)).explain())
                .contains("shops_location_idx");
        assertThat(db.shops().where(SHOPS.LOCATION.coveredBy(TOWN)).explain()).contains("shops_location_idx");
        doctor.saysThatThePolicyHidesTheIndex("stalls_location_idx", () -> owner.stalls()
                .where(STALLS.LOCATION.boxIntersects(TOWN))
                .explain());
        doctor.saysThatThePolicyHidesTheIndex("stalls_location_idx", () -> owner.stalls()
                .where(STALLS.LOCATION.withinMetres(BERN, 500))
                .explain());
        doctor.saysThatThePolicyHidesTheIndex("stalls_location_idx", () -> owner.stalls()
                .where(STALLS.LOCATION.coveredBy(TOWN))
                .explain());
    }
}
