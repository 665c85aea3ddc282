package io.pgorm.benchmarks.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Random;
import org.postgresql.PGConnection;

/**
 * IMDBench's rows, made from a seed with the distributions that its generator has: one director for nineteen films of
 * twenty and two for the rest, a cast of 10 to 54, no list order in every tenth film, ratings leaning to the good, one
 * review for each film first and the rest anywhere. Loaded by COPY. Stateless.
 */
public final class Dataset {

    private static final int FLATS = 1000;
    private static final long SEED = 20220323;
    private static final int[] RATING_WEIGHTS = {20, 80, 200, 250, 275, 170};
    private static final OffsetDateTime FROM = OffsetDateTime.of(2015, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final long SECONDS = 7L * 365 * 24 * 3600;

    private final Random random = new Random(SEED);
    private final Size size;
    private final PGConnection connection;

    private Dataset(Connection connection, Size size) throws SQLException {
        this.connection = connection.unwrap(PGConnection.class);
        this.size = size;
    }

    /**
     * Fills the empty tables.
     *
     * @param connection of a database that has the schema
     */
    public static void load(Connection connection, Size size) throws SQLException, IOException {
        Dataset dataset = new Dataset(connection, size);
        dataset.people();
        dataset.users();
        dataset.movies();
        dataset.credits();
        dataset.reviews();
        dataset.flats();
        try (Statement statement = connection.createStatement()) {
            for (String table : new String[] {"persons", "users", "movies", "directors", "actors", "reviews"}) {
                statement.execute("SELECT setval('" + table + "_id_seq', (SELECT max(id) FROM " + table + "))");
            }
            // Hibernate inserts in batches only where it takes numbers from a sequence beforehand
            statement.execute("CREATE SEQUENCE bench_ids START 1000000000 INCREMENT 50");
            statement.execute("VACUUM ANALYZE");
        }
    }

    @FunctionalInterface
    private interface Rows {
        /** Appends the row of that number. */
        void append(StringBuilder text, int number);
    }

    private void copy(String into, int rows, Rows source) throws SQLException, IOException {
        var copy = connection.getCopyAPI().copyIn("COPY " + into + " FROM STDIN");
        StringBuilder text = new StringBuilder();
        for (int row = 1; row <= rows; row++) {
            source.append(text, row);
            if (text.length() > 60_000 || row == rows) {
                byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
                text.setLength(0);
            }
        }
        copy.endCopy();
    }

    private void flats() throws SQLException, IOException {
        copy("flats", FLATS, (text, id) -> {
            text.append(id);
            for (int column = 1; column < 10; column++) {
                text.append('\t').append(random.nextInt());
            }
            text.append('\n');
        });
    }

    private void people() throws SQLException, IOException {
        copy(
                "persons (id, first_name, middle_name, last_name, image, bio)",
                size.people(),
                (text, id) -> text.append(id)
                        .append('\t')
                        .append(word(4, 8))
                        .append('\t')
                        .append(random.nextInt(10) == 0 ? word(4, 8) : "")
                        .append('\t')
                        .append(word(5, 10))
                        .append('\t')
                        .append("https://example.org/person/")
                        .append(id)
                        .append(".jpg\t")
                        .append(sentences(5))
                        .append('\n'));
    }

    private void users() throws SQLException, IOException {
        copy(
                "users (id, name, image)",
                size.people(),
                (text, id) -> text.append(id)
                        .append('\t')
                        .append(word(4, 10))
                        .append('\t')
                        .append("https://example.org/user/")
                        .append(id)
                        .append(".jpg\n"));
    }

    private void movies() throws SQLException, IOException {
        copy(
                "movies (id, image, title, year, description)",
                size.movies(),
                (text, id) -> text.append(id)
                        .append("\thttps://example.org/movie/")
                        .append(id)
                        .append(".jpg\t")
                        .append(word(3, 9))
                        .append(' ')
                        .append(word(3, 9))
                        .append('\t')
                        .append(1950 + random.nextInt(72))
                        .append('\t')
                        .append(sentences(20))
                        .append('\n'));
    }

    private void credits() throws SQLException, IOException {
        int directors = Math.max(1, size.people() * 7 / 100);
        copy(
                "directors (list_order, person_id, movie_id)",
                size.movies(),
                (text, movie) -> credits(text, movie, random.nextInt(20) == 0 ? 2 : 1, directors));
        copy(
                "actors (list_order, person_id, movie_id)",
                size.movies(),
                (text, movie) -> credits(text, movie, 10 + random.nextInt(45), size.people()));
    }

    private void credits(StringBuilder text, int movie, int count, int people) {
        for (int order = 1; order <= count; order++) {
            text.append(movie % 10 == 0 ? "\\N" : Integer.toString(order))
                    .append('\t')
                    .append(1 + random.nextInt(people))
                    .append('\t')
                    .append(movie)
                    .append('\n');
        }
    }

    private void reviews() throws SQLException, IOException {
        copy(
                "reviews (body, rating, creation_time, author_id, movie_id)",
                size.reviews(),
                (text, number) -> text.append(sentences(random.nextInt(10) == 0 ? 25 : 1 + random.nextInt(9)))
                        .append('\t')
                        .append(rating())
                        .append('\t')
                        // the microseconds tell them apart
                        .append(FROM.plusSeconds(random.nextLong(SECONDS)).plusNanos(1000L * (number % 1_000_000)))
                        .append('\t')
                        .append(1 + random.nextInt(size.people()))
                        .append('\t')
                        .append(number <= size.movies() ? number : 1 + random.nextInt(size.movies()))
                        .append('\n'));
    }

    private int rating() {
        int drawn = random.nextInt(995);
        int rating = 0;
        while (drawn >= RATING_WEIGHTS[rating]) {
            drawn -= RATING_WEIGHTS[rating++];
        }
        return rating;
    }

    private String word(int least, int most) {
        int length = least + random.nextInt(most - least + 1);
        StringBuilder word = new StringBuilder();
        word.append((char) ('A' + random.nextInt(26)));
        while (word.length() < length) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private String sentences(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                text.append(' ');
            }
            int words = 6 + random.nextInt(8);
            for (int word = 0; word < words; word++) {
                text.append(word == 0 ? word(2, 9) : " " + word(2, 9).toLowerCase(Locale.ROOT));
            }
            text.append('.');
        }
        return text.toString();
    }
}
