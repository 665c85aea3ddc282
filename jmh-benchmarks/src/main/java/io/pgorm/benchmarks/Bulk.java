package io.pgorm.benchmarks;

import io.pgorm.benchmarks.db.Db;
import io.pgorm.benchmarks.db.UserCreate;
import io.pgorm.client.ConnectionOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;

/**
 * Many rows at once: {@code createMany} beside a COPY by hand of the same objects, in turns, each in its own transaction.
 * The rows are deleted after each, and the table is vacuumed, so that all find it alike. Stateless.
 */
final class Bulk {

    private static final int ROWS = 100_000;
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 15;

    private Bulk() {}

    private record NewUser(String name, String image) {}

    @FunctionalInterface
    private interface Load {
        void run() throws SQLException, IOException;
    }

    /** A line of Markdown: the median times and their ratio. */
    static String measure(BenchServer server) throws SQLException, IOException {
        List<NewUser> users = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            users.add(new NewUser("bulk user " + i, "https://example.org/user/" + i));
        }
        List<Double> byHand = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        try (Db db = Db.open(ConnectionOptions.of(server.url(), server.user(), server.password()));
                Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password())) {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                double copied = timed(connection, () -> copy(connection, users));
                double created = timed(
                        connection,
                        () -> db.users()
                                .createMany(users.stream()
                                        .map(user -> UserCreate.name(user.name).image(user.image))
                                        .toList()));
                if (round >= 0) {
                    byHand.add(copied);
                    ours.add(created);
                }
            }
        }
        double copied = Measurements.median(byHand);
        double created = Measurements.median(ours);
        return String.format(
                Locale.ROOT,
                "%n%,d rows: COPY by hand %.0f ms, `createMany` %.0f ms: %.2f of its rows per second (median of %d).%n",
                ROWS,
                copied,
                created,
                copied / created,
                ROUNDS);
    }

    private static double timed(Connection connection, Load load) throws SQLException, IOException {
        long before = System.nanoTime();
        load.run();
        double milliseconds = (System.nanoTime() - before) / 1e6;
        try (Statement statement = connection.createStatement()) {
            if (statement.executeUpdate("DELETE FROM users WHERE name LIKE 'bulk user %'") != ROWS) {
                throw new IllegalStateException("other rows were written than " + ROWS);
            }
            statement.execute("VACUUM users");
        }
        return milliseconds;
    }

    private static void copy(Connection connection, List<NewUser> users) throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY users (name, image) FROM STDIN");
        StringBuilder text = new StringBuilder();
        for (NewUser user : users) {
            text.append(user.name).append('\t').append(user.image).append('\n');
            if (text.length() > 60_000) {
                send(copy, text);
            }
        }
        send(copy, text);
        copy.endCopy();
    }

    private static void send(org.postgresql.copy.CopyIn copy, StringBuilder text) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }
}
