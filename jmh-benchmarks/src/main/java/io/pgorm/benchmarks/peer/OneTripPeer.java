package io.pgorm.benchmarks.peer;

import com.zaxxer.hikari.HikariDataSource;
import io.pgorm.benchmarks.Imdb.Credit;
import io.pgorm.benchmarks.Imdb.Flat;
import io.pgorm.benchmarks.Imdb.MovieCard;
import io.pgorm.benchmarks.Imdb.MovieDetails;
import io.pgorm.benchmarks.Imdb.NewMovie;
import io.pgorm.benchmarks.Imdb.Opinion;
import io.pgorm.benchmarks.Imdb.OwnReview;
import io.pgorm.benchmarks.Imdb.PersonCard;
import io.pgorm.benchmarks.Imdb.PersonDetails;
import io.pgorm.benchmarks.Imdb.PersonToAdd;
import io.pgorm.benchmarks.Imdb.Retitled;
import io.pgorm.benchmarks.Imdb.UserCard;
import io.pgorm.benchmarks.Imdb.UserDetails;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a careful person writes by hand over pgjdbc: all statements of a query in one prepared statement and one round
 * trip, read by index. The limit for the others. Its reads have no common snapshot.
 */
public final class OneTripPeer implements Peer {

    private static final String GET_MOVIE = String.join(";", Sql.MOVIE, Sql.DIRECTORS, Sql.CAST, Sql.REVIEWS);
    private static final String GET_USER = String.join(";", Sql.USER, Sql.LATEST);
    private static final String GET_PERSON = String.join(";", Sql.PERSON, Sql.ACTED, Sql.DIRECTED);

    /** As a subquery, or no index would be used for it: the function may change from row to row. */
    private static final String NEW_MOVIE = "(SELECT currval('movies_id_seq'))";

    private static final String INSERT_MOVIE = String.join(
            ";",
            "BEGIN",
            Sql.INSERT_MOVIE,
            "INSERT INTO directors (person_id, movie_id) VALUES (?, " + NEW_MOVIE + ")",
            "INSERT INTO actors (person_id, movie_id) SELECT a, " + NEW_MOVIE + " FROM unnest(?) a",
            Sql.people("directors", NEW_MOVIE),
            Sql.people("actors", NEW_MOVIE),
            "COMMIT");
    private static final String INSERT_PERSON =
            "INSERT INTO persons (first_name, last_name, image, bio) VALUES (?, ?, ?, ?)";

    private final HikariDataSource dataSource;

    public OneTripPeer(HikariDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Reads the answers one after the other. */
    private static final class Answers {
        private final PreparedStatement statement;

        Answers(PreparedStatement statement) throws SQLException {
            this.statement = statement;
            statement.execute();
        }

        /** The next one that has rows. */
        ResultSet next() throws SQLException {
            ResultSet rows = statement.getResultSet();
            while (rows == null) {
                statement.getMoreResults();
                rows = statement.getResultSet();
            }
            return rows;
        }

        void done() throws SQLException {
            statement.getMoreResults();
        }
    }

    @FunctionalInterface
    private interface Use<R> {
        R apply(PreparedStatement statement) throws SQLException;
    }

    private <R> R with(String sql, Use<R> use) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return use.apply(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public MovieDetails getMovie(int id) {
        return with(GET_MOVIE, statement -> {
            for (int i = 1; i <= 4; i++) {
                statement.setInt(i, id);
            }
            Answers answers = new Answers(statement);
            ResultSet movie = answers.next();
            movie.next();
            int movieId = movie.getInt(1);
            String image = movie.getString(2);
            String title = movie.getString(3);
            int year = movie.getInt(4);
            String description = movie.getString(5);
            Double rating = rating(movie, 6);
            answers.done();
            List<PersonCard> directors = people(answers);
            List<PersonCard> cast = people(answers);
            ResultSet rows = answers.next();
            List<Opinion> reviews = new ArrayList<>();
            while (rows.next()) {
                reviews.add(new Opinion(
                        rows.getInt(1),
                        rows.getString(2),
                        rows.getInt(3),
                        new UserCard(rows.getInt(4), rows.getString(5), rows.getString(6))));
            }
            return new MovieDetails(movieId, image, title, year, description, rating, directors, cast, reviews);
        });
    }

    private static @Nullable Double rating(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private static List<PersonCard> people(Answers answers) throws SQLException {
        ResultSet rows = answers.next();
        List<PersonCard> people = new ArrayList<>();
        while (rows.next()) {
            people.add(new PersonCard(rows.getInt(1), rows.getString(2), rows.getString(3)));
        }
        answers.done();
        return people;
    }

    @Override
    public UserDetails getUser(int id) {
        return with(GET_USER, statement -> {
            statement.setInt(1, id);
            statement.setInt(2, id);
            Answers answers = new Answers(statement);
            ResultSet user = answers.next();
            user.next();
            int userId = user.getInt(1);
            String name = user.getString(2);
            String image = user.getString(3);
            answers.done();
            ResultSet rows = answers.next();
            List<OwnReview> reviews = new ArrayList<>();
            while (rows.next()) {
                reviews.add(new OwnReview(
                        rows.getInt(1),
                        rows.getString(2),
                        rows.getInt(3),
                        new MovieCard(rows.getInt(4), rows.getString(5), rows.getString(6), rating(rows, 7))));
            }
            return new UserDetails(userId, name, image, reviews);
        });
    }

    @Override
    public PersonDetails getPerson(int id) {
        return with(GET_PERSON, statement -> {
            for (int i = 1; i <= 3; i++) {
                statement.setInt(i, id);
            }
            Answers answers = new Answers(statement);
            ResultSet person = answers.next();
            person.next();
            int personId = person.getInt(1);
            String name = person.getString(2);
            String image = person.getString(3);
            String bio = person.getString(4);
            answers.done();
            List<Credit> acted = credits(answers);
            List<Credit> directed = credits(answers);
            return new PersonDetails(personId, name, image, bio, acted, directed);
        });
    }

    private static List<Credit> credits(Answers answers) throws SQLException {
        ResultSet rows = answers.next();
        List<Credit> credits = new ArrayList<>();
        while (rows.next()) {
            credits.add(
                    new Credit(rows.getInt(1), rows.getString(2), rows.getString(3), rows.getInt(4), rating(rows, 5)));
        }
        answers.done();
        return credits;
    }

    @Override
    public List<Flat> flat(int number) {
        return with(Sql.FLAT, statement -> {
            statement.setInt(1, number);
            try (ResultSet rows = statement.executeQuery()) {
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
        });
    }

    @Override
    public Retitled updateMovie(int id, String suffix) {
        return with(Sql.UPDATE_MOVIE, statement -> {
            statement.setString(1, suffix);
            statement.setInt(2, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Retitled(row.getInt(1), row.getString(2));
            }
        });
    }

    @Override
    public UserCard insertUser(String name, String image) {
        return with(Sql.INSERT_USER, statement -> {
            statement.setString(1, name);
            statement.setString(2, image);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new UserCard(row.getInt(1), row.getString(2), row.getString(3));
            }
        });
    }

    @Override
    public NewMovie insertMovie(
            String title, String image, String description, int year, int director, List<Integer> cast) {
        return with(INSERT_MOVIE, statement -> {
            int next = movie(statement, 1, title, image, description, year);
            statement.setInt(next, director);
            statement.setArray(next + 1, statement.getConnection().createArrayOf("int4", cast.toArray()));
            return newMovie(new Answers(statement));
        });
    }

    private static int movie(
            PreparedStatement statement, int at, String title, String image, String description, int year)
            throws SQLException {
        statement.setString(at, title);
        statement.setString(at + 1, image);
        statement.setString(at + 2, description);
        statement.setInt(at + 3, year);
        return at + 4;
    }

    private static NewMovie newMovie(Answers answers) throws SQLException {
        ResultSet row = answers.next();
        row.next();
        int id = row.getInt(1);
        String title = row.getString(2);
        String image = row.getString(3);
        String description = row.getString(4);
        int year = row.getInt(5);
        answers.done();
        return new NewMovie(id, title, image, description, year, people(answers), people(answers));
    }

    @Override
    public NewMovie insertMoviePlus(
            String title, String image, String description, int year, PersonToAdd director, List<PersonToAdd> cast) {
        List<String> statements = new ArrayList<>(List.of("BEGIN", Sql.INSERT_MOVIE));
        for (String credits : credits(cast.size())) {
            statements.add(INSERT_PERSON);
            statements.add("INSERT INTO " + credits + " (person_id, movie_id) VALUES (currval('persons_id_seq'), "
                    + NEW_MOVIE + ")");
        }
        statements.add(Sql.people("directors", NEW_MOVIE));
        statements.add(Sql.people("actors", NEW_MOVIE));
        statements.add("COMMIT");
        return with(String.join(";", statements), statement -> {
            int next = movie(statement, 1, title, image, description, year);
            next = person(statement, next, director);
            for (PersonToAdd person : cast) {
                next = person(statement, next, person);
            }
            return newMovie(new Answers(statement));
        });
    }

    private static List<String> credits(int actors) {
        List<String> credits = new ArrayList<>(List.of("directors"));
        for (int i = 0; i < actors; i++) {
            credits.add("actors");
        }
        return credits;
    }

    private static int person(PreparedStatement statement, int at, PersonToAdd person) throws SQLException {
        statement.setString(at, person.firstName());
        statement.setString(at + 1, person.lastName());
        statement.setString(at + 2, person.image());
        statement.setString(at + 3, person.bio());
        return at + 4;
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
