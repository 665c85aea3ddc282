package io.pgorm.benchmarks.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.zaxxer.hikari.HikariDataSource;
import io.pgorm.benchmarks.Imdb.Flat;
import io.pgorm.benchmarks.Imdb.MovieDetails;
import io.pgorm.benchmarks.Imdb.NewMovie;
import io.pgorm.benchmarks.Imdb.PersonDetails;
import io.pgorm.benchmarks.Imdb.PersonToAdd;
import io.pgorm.benchmarks.Imdb.Retitled;
import io.pgorm.benchmarks.Imdb.UserCard;
import io.pgorm.benchmarks.Imdb.UserDetails;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** By hand over pgjdbc: the server builds one JSON text ({@code json_agg}), Jackson reads it. Writes as by hand. */
public final class JsonPeer implements Peer {

    private static final String GET_MOVIE = "SELECT json_build_object('id', m.id, 'image', m.image, 'title', m.title,"
            + " 'year', m.year, 'description', m.description, 'avgRating', " + Sql.AVG_RATING + ", 'directors', "
            + people("directors") + ", 'cast', " + people("actors") + ", 'reviews', "
            + "(SELECT coalesce(json_agg(json_build_object('id', r.id, 'body', r.body, 'rating', r.rating, 'author',"
            + " json_build_object('id', u.id, 'name', u.name, 'image', u.image)) ORDER BY r.creation_time DESC), '[]')"
            + " FROM reviews r JOIN users u ON u.id = r.author_id WHERE r.movie_id = m.id)) FROM movies m WHERE m.id = ?";

    private static final String GET_USER = "SELECT json_build_object('id', u.id, 'name', u.name, 'image', u.image,"
            + " 'latestReviews', (SELECT coalesce(json_agg(json_build_object('id', r.id, 'body', r.body, 'rating',"
            + " r.rating, 'movie', json_build_object('id', m.id, 'image', m.image, 'title', m.title, 'avgRating', "
            + Sql.AVG_RATING + ")) ORDER BY r.creation_time DESC), '[]') FROM (SELECT * FROM reviews WHERE author_id ="
            + " u.id ORDER BY creation_time DESC LIMIT 10) r JOIN movies m ON m.id = r.movie_id)) FROM users u WHERE"
            + " u.id = ?";

    private static final String GET_PERSON = "SELECT json_build_object('id', p.id, 'fullName', " + Sql.FULL_NAME
            + ", 'image', p.image, 'bio', p.bio, 'actedIn', " + credits("actors") + ", 'directed', "
            + credits("directors") + ") FROM persons p WHERE p.id = ?";

    private static final String FLAT = "SELECT json_agg(r ORDER BY r.id) FROM (SELECT * FROM flats WHERE id <= ?) r";

    private final HikariDataSource dataSource;
    private final OneTripPeer writes;
    private final ObjectReader movies;
    private final ObjectReader users;
    private final ObjectReader persons;
    private final ObjectReader flats;

    public JsonPeer(HikariDataSource dataSource) {
        this.dataSource = dataSource;
        this.writes = new OneTripPeer(dataSource);
        ObjectMapper mapper = new ObjectMapper();
        this.movies = mapper.readerFor(MovieDetails.class);
        this.users = mapper.readerFor(UserDetails.class);
        this.flats = mapper.readerForListOf(Flat.class);
        this.persons = mapper.readerFor(PersonDetails.class);
    }

    private static String people(String credits) {
        return "(SELECT coalesce(json_agg(json_build_object('id', p.id, 'fullName', " + Sql.FULL_NAME
                + ", 'image', p.image) ORDER BY c.list_order NULLS LAST, p.last_name, c.id), '[]') FROM " + credits
                + " c JOIN persons p ON p.id = c.person_id WHERE c.movie_id = m.id)";
    }

    private static String credits(String credits) {
        return "(SELECT coalesce(json_agg(json_build_object('id', m.id, 'image', m.image, 'title', m.title, 'year',"
                + " m.year, 'avgRating', " + Sql.AVG_RATING + ") ORDER BY m.year, m.title, c.id), '[]') FROM " + credits
                + " c JOIN movies m ON m.id = c.movie_id WHERE c.person_id = p.id)";
    }

    private <R> R read(String sql, int id, ObjectReader reader) {
        try {
            return reader.readValue(text(sql, id));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(String sql, int id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public MovieDetails getMovie(int id) {
        return read(GET_MOVIE, id, movies);
    }

    @Override
    public String getMovieText(int id) {
        return text(GET_MOVIE, id);
    }

    @Override
    public UserDetails getUser(int id) {
        return read(GET_USER, id, users);
    }

    @Override
    public PersonDetails getPerson(int id) {
        return read(GET_PERSON, id, persons);
    }

    @Override
    public List<Flat> flat(int rows) {
        return read(FLAT, rows, flats);
    }

    @Override
    public Retitled updateMovie(int id, String suffix) {
        return writes.updateMovie(id, suffix);
    }

    @Override
    public UserCard insertUser(String name, String image) {
        return writes.insertUser(name, image);
    }

    @Override
    public NewMovie insertMovie(
            String title, String image, String description, int year, int director, List<Integer> cast) {
        return writes.insertMovie(title, image, description, year, director, cast);
    }

    @Override
    public NewMovie insertMoviePlus(
            String title, String image, String description, int year, PersonToAdd director, List<PersonToAdd> cast) {
        return writes.insertMoviePlus(title, image, description, year, director, cast);
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
