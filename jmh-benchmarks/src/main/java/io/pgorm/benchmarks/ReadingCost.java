package io.pgorm.benchmarks;

import static io.pgorm.benchmarks.db.Tables.FLATS;

import io.pgorm.benchmarks.Imdb.Flat;
import io.pgorm.benchmarks.peer.PgOrmPeer;
import io.pgorm.client.internal.GraphReader;
import io.pgorm.client.internal.Layout;
import io.pgorm.client.internal.Outcome;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What it costs to make objects of rows, without a server: pgjdbc has them in memory, and they are read again and again,
 * by hand, as the record of the model and by a shape. A row is ten numbers.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReadingCost {

    static final int ROWS = 1000;

    @SuppressWarnings("NullAway.Init") // set before the first call
    private Connection connection;

    @SuppressWarnings("NullAway.Init")
    private ResultSet rows;

    @SuppressWarnings("NullAway.Init")
    private List<Outcome> outcomes;

    private final Layout layout = PgOrmPeer.FLAT_SHAPE.definition().layout();
    private final Layout model = FLATS.model().shape().definition().layout();

    @Setup
    public void open() throws SQLException {
        connection = DriverManager.getConnection(
                System.getProperty("bench.url"),
                System.getProperty("bench.user"),
                System.getProperty("bench.password"));
        PreparedStatement statement = connection.prepareStatement(
                "SELECT id, a, b, c, d, e, f, g, h, i FROM flats WHERE id <= " + ROWS + " ORDER BY id",
                ResultSet.TYPE_SCROLL_INSENSITIVE,
                ResultSet.CONCUR_READ_ONLY);
        // asked for often enough, numbers come in the binary format, as they do in the clients
        for (int i = 0; i < 10; i++) {
            statement.executeQuery().close();
        }
        rows = statement.executeQuery();
        outcomes = List.of(new Outcome(rows, 0));
    }

    @TearDown
    public void close() throws SQLException {
        connection.close();
    }

    @Benchmark
    public List<Flat> byHand() throws SQLException {
        rows.beforeFirst();
        List<Flat> flats = new ArrayList<>();
        while (rows.next()) {
            flats.add(new Flat(
                    rows.getInt(1),
                    rows.getInt(2),
                    rows.getInt(3),
                    rows.getInt(4),
                    rows.getInt(5),
                    rows.getInt(6),
                    rows.getInt(7),
                    rows.getInt(8),
                    rows.getInt(9),
                    rows.getInt(10)));
        }
        return flats;
    }

    @Benchmark
    public List<io.pgorm.benchmarks.db.Flat> byRecord() throws SQLException {
        rows.beforeFirst();
        return GraphReader.read(model, outcomes);
    }

    @Benchmark
    public List<Flat> byShape() throws SQLException {
        rows.beforeFirst();
        return GraphReader.read(layout, outcomes);
    }
}
