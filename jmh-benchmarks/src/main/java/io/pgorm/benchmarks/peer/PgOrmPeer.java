package io.pgorm.benchmarks.peer;

import static io.pgorm.benchmarks.db.Tables.ACTORS;
import static io.pgorm.benchmarks.db.Tables.DIRECTORS;
import static io.pgorm.benchmarks.db.Tables.FLATS;
import static io.pgorm.benchmarks.db.Tables.MOVIES;
import static io.pgorm.benchmarks.db.Tables.PERSONS;
import static io.pgorm.benchmarks.db.Tables.REVIEWS;
import static io.pgorm.benchmarks.db.Tables.USERS;

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
import io.pgorm.benchmarks.db.ActorCreate;
import io.pgorm.benchmarks.db.Db;
import io.pgorm.benchmarks.db.DirectorCreate;
import io.pgorm.benchmarks.db.MovieCreate;
import io.pgorm.benchmarks.db.MovieUpdate;
import io.pgorm.benchmarks.db.PersonCreate;
import io.pgorm.benchmarks.db.UserCreate;
import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.ManyPart;
import io.pgorm.client.PreparedQuery;
import io.pgorm.client.Shape;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** PG-ORM: a shape for each query, related rows written in the call of their film. */
public final class PgOrmPeer implements Peer {

    private static final Field<String> FULL_NAME = PERSONS.FIRST_NAME
            .concat(DSL.when(
                            PERSONS.MIDDLE_NAME.ne(DSL.inline("")),
                            DSL.inline(" ").concat(PERSONS.MIDDLE_NAME))
                    .else_(DSL.inline("")))
            .concat(DSL.inline(" "))
            .concat(PERSONS.LAST_NAME)
            .as("full_name");

    private static final Shape<PersonCard> PERSON = Shape.of(PersonCard::new, PERSONS.ID, FULL_NAME, PERSONS.IMAGE);

    private static final ManyPart<PersonCard> DIRECTING = MOVIES.DIRECTORS
            .orderBy(DIRECTORS.LIST_ORDER.asc().nullsLast(), DIRECTORS.PERSON.field(PERSONS.LAST_NAME), DIRECTORS.ID)
            .as(PgOrmPeer::itself, DIRECTORS.PERSON.as(PERSON));

    private static final ManyPart<PersonCard> ACTING = MOVIES.ACTORS
            .orderBy(ACTORS.LIST_ORDER.asc().nullsLast(), ACTORS.PERSON.field(PERSONS.LAST_NAME), ACTORS.ID)
            .as(PgOrmPeer::itself, ACTORS.PERSON.as(PERSON));

    private static final Shape<NewMovie> NEW_MOVIE = Shape.of(
            NewMovie::new, MOVIES.ID, MOVIES.TITLE, MOVIES.IMAGE, MOVIES.DESCRIPTION, MOVIES.YEAR, DIRECTING, ACTING);

    private static final Shape<MovieDetails> MOVIE = Shape.of(
            MovieDetails::new,
            MOVIES.ID,
            MOVIES.IMAGE,
            MOVIES.TITLE,
            MOVIES.YEAR,
            MOVIES.DESCRIPTION,
            avgRating(),
            DIRECTING,
            ACTING,
            MOVIES.REVIEWS
                    .orderBy(REVIEWS.CREATION_TIME.desc())
                    .as(
                            Opinion::new,
                            REVIEWS.ID,
                            REVIEWS.BODY,
                            REVIEWS.RATING,
                            REVIEWS.AUTHOR.as(UserCard::new, USERS.ID, USERS.NAME, USERS.IMAGE)));

    private static final Shape<UserDetails> USER = Shape.of(
            UserDetails::new,
            USERS.ID,
            USERS.NAME,
            USERS.IMAGE,
            USERS.REVIEWS
                    .orderBy(REVIEWS.CREATION_TIME.desc())
                    .limit(10)
                    .as(
                            OwnReview::new,
                            REVIEWS.ID,
                            REVIEWS.BODY,
                            REVIEWS.RATING,
                            REVIEWS.MOVIE.as(MovieCard::new, MOVIES.ID, MOVIES.IMAGE, MOVIES.TITLE, avgRating())));

    private static final Shape<Credit> CREDIT =
            Shape.of(Credit::new, MOVIES.ID, MOVIES.IMAGE, MOVIES.TITLE, MOVIES.YEAR, avgRating());

    private static final Shape<PersonDetails> PERSON_DETAILS = Shape.of(
            PersonDetails::new,
            PERSONS.ID,
            FULL_NAME,
            PERSONS.IMAGE,
            PERSONS.BIO,
            PERSONS.ACTED
                    .orderBy(ACTORS.MOVIE.field(MOVIES.YEAR), ACTORS.MOVIE.field(MOVIES.TITLE), ACTORS.ID)
                    .as(PgOrmPeer::itself, ACTORS.MOVIE.as(CREDIT)),
            PERSONS.DIRECTED
                    .orderBy(DIRECTORS.MOVIE.field(MOVIES.YEAR), DIRECTORS.MOVIE.field(MOVIES.TITLE), DIRECTORS.ID)
                    .as(PgOrmPeer::itself, DIRECTORS.MOVIE.as(CREDIT)));

    /** Of the table's ten numbers. */
    public static final Shape<Flat> FLAT_SHAPE = Shape.of(
            Flat::new, FLATS.ID, FLATS.A, FLATS.B, FLATS.C, FLATS.D, FLATS.E, FLATS.F, FLATS.G, FLATS.H, FLATS.I);

    private static final PreparedQuery<Integer, List<io.pgorm.benchmarks.db.Flat>> FLAT = PreparedQuery.of(
                    FLATS,
                    FLATS.ID,
                    (flats, last) -> flats.where(FLATS.ID.le(last)).orderBy(FLATS.ID.asc()))
            .list(FLATS.model().shape());

    private final Db db;

    public PgOrmPeer(String url, String user, String password, int poolSize) {
        this.db = Db.open(ConnectionOptions.of(url, user, password).withPoolSize(poolSize));
    }

    private static <T> T itself(T value) {
        return value;
    }

    private static final Shape<Retitled> RETITLED = Shape.of(Retitled::new, MOVIES.ID, MOVIES.TITLE);

    private static Field<Double> avgRating() {
        return MOVIES.REVIEWS.avg(REVIEWS.RATING).cast(Double.class);
    }

    @Override
    public MovieDetails getMovie(int id) {
        return db.movies().findById(id, MOVIE).orElseThrow();
    }

    @Override
    public UserDetails getUser(int id) {
        return db.users().findById(id, USER).orElseThrow();
    }

    @Override
    public PersonDetails getPerson(int id) {
        return db.persons().findById(id, PERSON_DETAILS).orElseThrow();
    }

    @Override
    public List<?> flat(int rows) {
        return db.run(FLAT, rows);
    }

    @Override
    public Retitled updateMovie(int id, String suffix) {
        return db.movies()
                .byId(id)
                .returning(RETITLED)
                .update(MovieUpdate.append(MOVIES.TITLE, suffix))
                .orElseThrow();
    }

    @Override
    public UserCard insertUser(String name, String image) {
        var user = db.users().create(UserCreate.name(name).image(image));
        return new UserCard(user.id(), user.name(), user.image());
    }

    @Override
    public NewMovie insertMovie(
            String title, String image, String description, int year, int director, List<Integer> cast) {
        return db.movies()
                .returning(NEW_MOVIE)
                .create(MovieCreate.image(image)
                        .title(title)
                        .year(year)
                        .description(description)
                        .directors(DirectorCreate.personId(director))
                        .actors(cast.stream().map(ActorCreate::personId).toList()));
    }

    @Override
    public NewMovie insertMoviePlus(
            String title, String image, String description, int year, PersonToAdd director, List<PersonToAdd> cast) {
        return db.movies()
                .returning(NEW_MOVIE)
                .create(MovieCreate.image(image)
                        .title(title)
                        .year(year)
                        .description(description)
                        .directors(DirectorCreate.person(person(director)))
                        .actors(cast.stream()
                                .map(actor -> ActorCreate.person(person(actor)))
                                .toList()));
    }

    private static PersonCreate person(PersonToAdd person) {
        return PersonCreate.firstName(person.firstName())
                .lastName(person.lastName())
                .image(person.image())
                .bio(person.bio());
    }

    @Override
    public void close() {
        db.close();
    }
}
