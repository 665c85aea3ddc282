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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Jdbi: a statement for each collection in one handle, rows read by its row mappers as lambdas. */
public final class JdbiPeer implements Peer {

    private record Movie(
            int id,
            String image,
            String title,
            int year,
            String description,
            @Nullable Double avgRating) {}

    private record Made(int id, String title, String image, String description, int year) {}

    private final HikariDataSource dataSource;
    private final Jdbi jdbi;

    public JdbiPeer(HikariDataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbi = Jdbi.create(dataSource);
    }

    @Override
    public MovieDetails getMovie(int id) {
        return jdbi.withHandle(handle -> {
            Movie movie = handle.createQuery(Sql.MOVIE)
                    .bind(0, id)
                    .map((row, context) -> new Movie(
                            row.getInt(1),
                            row.getString(2),
                            row.getString(3),
                            row.getInt(4),
                            row.getString(5),
                            rating(row, 6)))
                    .one();
            List<PersonCard> directors = people(handle, Sql.DIRECTORS, id);
            List<PersonCard> cast = people(handle, Sql.CAST, id);
            List<Opinion> reviews = handle.createQuery(Sql.REVIEWS)
                    .bind(0, id)
                    .map((row, context) -> new Opinion(
                            row.getInt(1),
                            row.getString(2),
                            row.getInt(3),
                            new UserCard(row.getInt(4), row.getString(5), row.getString(6))))
                    .list();
            return new MovieDetails(
                    movie.id,
                    movie.image,
                    movie.title,
                    movie.year,
                    movie.description,
                    movie.avgRating,
                    directors,
                    cast,
                    reviews);
        });
    }

    private static @Nullable Double rating(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private static List<PersonCard> people(Handle handle, String sql, int movie) {
        return handle.createQuery(sql)
                .bind(0, movie)
                .map((row, context) -> new PersonCard(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }

    @Override
    public UserDetails getUser(int id) {
        return jdbi.withHandle(handle -> {
            UserCard user = handle.createQuery(Sql.USER)
                    .bind(0, id)
                    .map((row, context) -> new UserCard(row.getInt(1), row.getString(2), row.getString(3)))
                    .one();
            List<OwnReview> reviews = handle.createQuery(Sql.LATEST)
                    .bind(0, id)
                    .map((row, context) -> new OwnReview(
                            row.getInt(1),
                            row.getString(2),
                            row.getInt(3),
                            new MovieCard(row.getInt(4), row.getString(5), row.getString(6), rating(row, 7))))
                    .list();
            return new UserDetails(user.id(), user.name(), user.image(), reviews);
        });
    }

    private record Person(int id, String name, String image, String bio) {}

    @Override
    public PersonDetails getPerson(int id) {
        return jdbi.withHandle(handle -> {
            Person person = handle.createQuery(Sql.PERSON)
                    .bind(0, id)
                    .map((row, context) ->
                            new Person(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)))
                    .one();
            return new PersonDetails(
                    person.id,
                    person.name,
                    person.image,
                    person.bio,
                    credits(handle, Sql.ACTED, id),
                    credits(handle, Sql.DIRECTED, id));
        });
    }

    private static List<Credit> credits(Handle handle, String sql, int person) {
        return handle.createQuery(sql)
                .bind(0, person)
                .map((row, context) ->
                        new Credit(row.getInt(1), row.getString(2), row.getString(3), row.getInt(4), rating(row, 5)))
                .list();
    }

    @Override
    public List<Flat> flat(int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(Sql.FLAT)
                .bind(0, rows)
                .map((row, context) -> new Flat(
                        row.getInt(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8),
                        row.getInt(9),
                        row.getInt(10)))
                .list());
    }

    @Override
    public Retitled updateMovie(int id, String suffix) {
        return jdbi.withHandle(handle -> handle.createQuery(Sql.UPDATE_MOVIE)
                .bind(0, suffix)
                .bind(1, id)
                .map((row, context) -> new Retitled(row.getInt(1), row.getString(2)))
                .one());
    }

    @Override
    public UserCard insertUser(String name, String image) {
        return jdbi.withHandle(handle -> handle.createQuery(Sql.INSERT_USER)
                .bind(0, name)
                .bind(1, image)
                .map((row, context) -> new UserCard(row.getInt(1), row.getString(2), row.getString(3)))
                .one());
    }

    @Override
    public NewMovie insertMovie(
            String title, String image, String description, int year, int director, List<Integer> cast) {
        return jdbi.inTransaction(
                handle -> insertMovie(handle, title, image, description, year, List.of(director), cast));
    }

    private static NewMovie insertMovie(
            Handle handle,
            String title,
            String image,
            String description,
            int year,
            List<Integer> directors,
            List<Integer> cast) {
        Made movie = handle.createQuery(Sql.INSERT_MOVIE)
                .bind(0, title)
                .bind(1, image)
                .bind(2, description)
                .bind(3, year)
                .map((row, context) ->
                        new Made(row.getInt(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5)))
                .one();
        credit(handle, "directors", movie.id, directors);
        credit(handle, "actors", movie.id, cast);
        return new NewMovie(
                movie.id,
                movie.title,
                movie.image,
                movie.description,
                movie.year,
                people(handle, Sql.DIRECTORS, movie.id),
                people(handle, Sql.CAST, movie.id));
    }

    private static void credit(Handle handle, String table, int movie, List<Integer> people) {
        var batch = handle.prepareBatch("INSERT INTO " + table + " (person_id, movie_id) VALUES (?, ?)");
        people.forEach(person -> batch.bind(0, person).bind(1, movie).add());
        batch.execute();
    }

    @Override
    public NewMovie insertMoviePlus(
            String title, String image, String description, int year, PersonToAdd director, List<PersonToAdd> cast) {
        return jdbi.inTransaction(handle -> {
            var batch =
                    handle.prepareBatch("INSERT INTO persons (first_name, last_name, image, bio) VALUES (?, ?, ?, ?)");
            add(batch, director);
            cast.forEach(person -> add(batch, person));
            List<Integer> people =
                    batch.executePreparedBatch("id").mapTo(Integer.class).list();
            return insertMovie(
                    handle, title, image, description, year, people.subList(0, 1), people.subList(1, people.size()));
        });
    }

    private static void add(PreparedBatch batch, PersonToAdd person) {
        batch.bind(0, person.firstName())
                .bind(1, person.lastName())
                .bind(2, person.image())
                .bind(3, person.bio())
                .add();
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
