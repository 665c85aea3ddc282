package io.pgorm.migrations.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.ir.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RowsTest {

    private static ScratchServer server;

    @BeforeAll
    static void start() {
        server = ScratchServer.start(ScratchOptions.fast());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyKindOfTypeGetsRowsWithNullsAndExtremes() throws SQLException {
        SeededRows rows = fill("""
                CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
                CREATE DOMAIN email AS text CHECK (VALUE ~ '^[a-z0-9._%-]+@[a-z0-9.-]+\\.[a-z]{2,4}$');
                CREATE DOMAIN small AS int CHECK (VALUE > 0 AND VALUE < 10);
                CREATE TYPE address AS (street text, number small);
                CREATE TYPE span AS RANGE (subtype = float8);
                CREATE TABLE t (
                    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, m mood NOT NULL, ms mood[] NOT NULL, e email NOT NULL UNIQUE,
                    s small, a address, aa address[], r int4range NOT NULL, sp span, mr datemultirange, j jsonb NOT NULL,
                    u uuid NOT NULL DEFAULT gen_random_uuid(), i inet, c cidr, b bit(5), vb bit varying(3), pt point,
                    po polygon, ts tsvector, mo money, x xml, ch "char", n numeric(4,2), n2 numeric(3,3), n3 numeric(2,-3),
                    iv interval day to second, tz timestamptz(0), by bytea, g int GENERATED ALWAYS AS (1) STORED);
                """, """
                SELECT count(*) = 4 AND count(s) < 4 AND bool_or(m = 'happy') FROM t""");

        assertThat(rows.tables()).singleElement().hasToString("t: 4 rows");
    }

    @Test
    void conditionsAreSatisfied() throws SQLException {
        SeededRows rows = fill("""
                CREATE FUNCTION odd(int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1 % 2 = 1';
                CREATE TABLE t (
                    a int NOT NULL, b int NOT NULL, CHECK (a < b), c text NOT NULL CHECK (length(c) BETWEEN 5 AND 7),
                    d text CHECK (d IN ('x', 'y')), e text, CHECK ((d IS NULL) <> (e IS NULL)),
                    f date CHECK (f > '2030-01-01'), g int CHECK (g % 7 = 0), h text CHECK (h ~ '^[A-Z]{3}-\\d{4}$'),
                    i text NOT NULL CHECK (i LIKE 'foo%bar'), k text[] CHECK (cardinality(k) = 3),
                    l jsonb NOT NULL CHECK (jsonb_typeof(l -> 'name') = 'string'), o int NOT NULL CHECK (odd(o)),
                    p int NOT NULL CHECK (p >= 0 AND p <= 100), q int GENERATED ALWAYS AS (p * 2) STORED CHECK (q < 100));
                """, "SELECT count(*) = 4 FROM t");

        assertThat(rows.empty()).isEmpty();
    }

    @Test
    void keysPointToRowsAlsoInCirclesAndWhereTheyShareColumns() throws SQLException {
        SeededRows rows = fill("""
                CREATE TABLE org (id uuid PRIMARY KEY, parent uuid REFERENCES org, self uuid NOT NULL REFERENCES org);
                CREATE TABLE usr (org uuid NOT NULL REFERENCES org, id bigserial, PRIMARY KEY (org, id));
                CREATE TABLE proj (org uuid NOT NULL REFERENCES org, id int, PRIMARY KEY (org, id));
                CREATE TABLE task (org uuid NOT NULL, usr bigint NOT NULL, proj int NOT NULL,
                    FOREIGN KEY (org, usr) REFERENCES usr, FOREIGN KEY (org, proj) REFERENCES proj, UNIQUE (org, usr));
                CREATE TABLE a (id serial PRIMARY KEY, b int NOT NULL);
                CREATE TABLE b (id serial PRIMARY KEY, a int NOT NULL REFERENCES a);
                ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b;
                CREATE TABLE c (id serial PRIMARY KEY, d int);
                CREATE TABLE d (id serial PRIMARY KEY, c int NOT NULL REFERENCES c);
                ALTER TABLE c ADD FOREIGN KEY (d) REFERENCES d;
                """, """
                SELECT (SELECT bool_and(self IN (SELECT id FROM org)) FROM org)
                   AND (SELECT bool_and(b IN (SELECT id FROM b)) FROM a) AND (SELECT bool_and(a IN (SELECT id FROM a)) FROM b)
                   AND (SELECT count(d) > 0 FROM c) AND (SELECT count(*) > 0 FROM task JOIN usr ON usr.org = task.org
                        AND usr.id = task.usr JOIN proj ON proj.org = task.org AND proj.id = task.proj)""");

        assertThat(rows.empty()).isEmpty();
    }

    @Test
    void eachPartitionGetsRows() throws SQLException {
        SeededRows rows = fill("""
                CREATE TABLE p (id bigserial, ts date NOT NULL, k text) PARTITION BY RANGE (ts);
                CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2020-02-01');
                CREATE TABLE p2 PARTITION OF p FOR VALUES FROM ('2020-02-01') TO ('2020-03-01') PARTITION BY LIST (k);
                CREATE TABLE p2a PARTITION OF p2 FOR VALUES IN ('a', 'b');
                CREATE TABLE p2d PARTITION OF p2 DEFAULT;
                CREATE TABLE h (id bigserial PRIMARY KEY) PARTITION BY HASH (id);
                CREATE TABLE h0 PARTITION OF h FOR VALUES WITH (MODULUS 16, REMAINDER 0);
                CREATE TABLE h11 PARTITION OF h FOR VALUES WITH (MODULUS 16, REMAINDER 11);
                CREATE TABLE r (h bigint NOT NULL REFERENCES h);
                """, "SELECT count(*) = 12 FROM p");

        assertThat(rows.tables())
                .extracting(table -> table.table().name())
                .containsExactly("h0", "h11", "p1", "p2a", "p2d", "r");
        assertThat(rows.tables()).allSatisfy(table -> assertThat(table.rows()).isEqualTo(4));
    }

    @Test
    void aTriggerDoesNotGetInTheWayAndExclusionsHold() throws SQLException {
        SeededRows rows = fill("""
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''no''; END';
                CREATE TABLE booking (room int NOT NULL, during tsrange NOT NULL, EXCLUDE USING gist (during WITH &&));
                CREATE TRIGGER refuse BEFORE INSERT ON booking FOR EACH ROW EXECUTE FUNCTION refuse();
                """, "SELECT count(*) = 4 FROM booking");

        assertThat(rows.empty()).isEmpty();
    }

    @Test
    void whatCannotBeFilledHasAReason() throws SQLException {
        SeededRows rows = fill("""
                CREATE TABLE never (x int NOT NULL CHECK (x > 5 AND x < 3));
                CREATE TABLE flags (b bool PRIMARY KEY);
                CREATE TABLE none (id int PRIMARY KEY);
                CREATE TABLE child (none int NOT NULL REFERENCES none);
                CREATE TABLE parts (id int) PARTITION BY RANGE (id);
                """, "SELECT true", RowOptions.seed(7).withLeftEmpty(Set.of(QualifiedName.of("none"))));

        assertThat(rows.tables())
                .extracting(TableRows::toString)
                .containsExactly(
                        "child: 0 rows (its foreign key on (none) finds no rows in none)",
                        "flags: 2 rows (the server refused more: duplicate key value violates unique constraint"
                                + " \"flags_pkey\")",
                        "never: 0 rows (no values were found that satisfy ((x > 5) AND (x < 3)))",
                        "none: 0 rows (left empty, as asked)",
                        "parts: 0 rows (it has no partition to hold them)");
    }

    @Test
    void theSameSeedGivesTheSameRows() throws SQLException {
        String schema = "CREATE TABLE t (a int UNIQUE, b text CHECK (b <> c), c text, d int CHECK (d * a > 7));\n";

        assertThat(content(schema, 5)).isEqualTo(content(schema, 5)).hasSize(4);
    }

    private static List<String> content(String schema, long seed) throws SQLException {
        try (ScratchDatabase database = server.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(schema);
            Rows.put(connection, RowOptions.seed(seed));
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery("SELECT t::text FROM t ORDER BY ctid")) {
                while (result.next()) {
                    rows.add(String.valueOf(result.getString(1)));
                }
            }
            return rows;
        }
    }

    private static SeededRows fill(String schema, String mustBeTrue) throws SQLException {
        return fill(schema, mustBeTrue, RowOptions.seed(3));
    }

    private static SeededRows fill(String schema, String mustBeTrue, RowOptions options) throws SQLException {
        try (ScratchDatabase database = server.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(schema);
            SeededRows rows = Rows.put(connection, options);
            assertThat(connection.getAutoCommit()).isTrue();
            try (ResultSet result = statement.executeQuery(mustBeTrue)) {
                assertThat(result.next()).isTrue();
                assertThat(result.getBoolean(1)).as(mustBeTrue + "\n" + rows).isTrue();
            }
            return rows;
        }
    }
}
