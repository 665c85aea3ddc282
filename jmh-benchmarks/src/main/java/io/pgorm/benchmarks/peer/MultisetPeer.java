package io.pgorm.benchmarks.peer;

import static io.pgorm.benchmarks.db.Tables.ACTORS;
import static io.pgorm.benchmarks.db.Tables.DIRECTORS;
import static io.pgorm.benchmarks.db.Tables.FLATS;
import static io.pgorm.benchmarks.db.Tables.MOVIES;
import static io.pgorm.benchmarks.db.Tables.PERSONS;
import static io.pgorm.benchmarks.db.Tables.REVIEWS;
import static io.pgorm.benchmarks.db.Tables.USERS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

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
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.TableField;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * jOOQ: nested results by MULTISET, read by {@code Records.mapping}, without the log and the rendered schema that its
 * manual names as costs. MULTISET is emulated by JSONB, as by default.
 */
public final class MultisetPeer implements Peer {

    private static final Field<String> FULL_NAME = PERSONS.FIRST_NAME
            .concat(DSL.when(
                            PERSONS.MIDDLE_NAME.ne(DSL.inline("")),
                            DSL.inline(" ").concat(PERSONS.MIDDLE_NAME))
                    .else_(DSL.inline("")))
            .concat(DSL.inline(" "))
            .concat(PERSONS.LAST_NAME)
            .as("full_name");

    private final HikariDataSource dataSource;
    private final DSLContext dsl;

    public MultisetPeer(HikariDataSource dataSource) {
        this.dataSource = dataSource;
        this.dsl = DSL.using(
                dataSource,
                SQLDialect.POSTGRES,
                new Settings().withExecuteLogging(false).withRenderSchema(false).withFetchWarnings(false));
    }

    private static Field<Double> avgRating() {
        return field(select(avg(REVIEWS.RATING).cast(Double.class))
                        .from(REVIEWS)
                        .where(REVIEWS.MOVIE_ID.eq(MOVIES.ID)))
                .as("avg_rating");
    }

    private static Field<List<PersonCard>> directors() {
        return multiset(select(PERSONS.ID, FULL_NAME, PERSONS.IMAGE)
                        .from(DIRECTORS)
                        .join(PERSONS)
                        .on(PERSONS.ID.eq(DIRECTORS.PERSON_ID))
                        .where(DIRECTORS.MOVIE_ID.eq(MOVIES.ID))
                        .orderBy(DIRECTORS.LIST_ORDER.asc().nullsLast(), PERSONS.LAST_NAME, DIRECTORS.ID))
                .convertFrom(rows -> rows.map(mapping(PersonCard::new)));
    }

    private static Field<List<PersonCard>> cast() {
        return multiset(select(PERSONS.ID, FULL_NAME, PERSONS.IMAGE)
                        .from(ACTORS)
                        .join(PERSONS)
                        .on(PERSONS.ID.eq(ACTORS.PERSON_ID))
                        .where(ACTORS.MOVIE_ID.eq(MOVIES.ID))
                        .orderBy(ACTORS.LIST_ORDER.asc().nullsLast(), PERSONS.LAST_NAME, ACTORS.ID))
                .convertFrom(rows -> rows.map(mapping(PersonCard::new)));
    }

    @Override
    public MovieDetails getMovie(int id) {
        return one(dsl.select(
                        MOVIES.ID,
                        MOVIES.IMAGE,
                        MOVIES.TITLE,
                        MOVIES.YEAR,
                        MOVIES.DESCRIPTION,
                        avgRating(),
                        directors(),
                        cast(),
                        multiset(select(
                                                REVIEWS.ID,
                                                REVIEWS.BODY,
                                                REVIEWS.RATING,
                                                row(USERS.ID, USERS.NAME, USERS.IMAGE)
                                                        .mapping(UserCard::new))
                                        .from(REVIEWS)
                                        .join(USERS)
                                        .on(USERS.ID.eq(REVIEWS.AUTHOR_ID))
                                        .where(REVIEWS.MOVIE_ID.eq(MOVIES.ID))
                                        .orderBy(REVIEWS.CREATION_TIME.desc()))
                                .convertFrom(rows -> rows.map(mapping(Opinion::new))))
                .from(MOVIES)
                .where(MOVIES.ID.eq(id))
                .fetchOne(mapping(MovieDetails::new)));
    }

    private static <T> T one(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    @Override
    public UserDetails getUser(int id) {
        return one(dsl.select(
                        USERS.ID,
                        USERS.NAME,
                        USERS.IMAGE,
                        multiset(select(
                                                REVIEWS.ID,
                                                REVIEWS.BODY,
                                                REVIEWS.RATING,
                                                row(MOVIES.ID, MOVIES.IMAGE, MOVIES.TITLE, avgRatingOf(MOVIES.ID))
                                                        .mapping(MovieCard::new))
                                        .from(REVIEWS)
                                        .join(MOVIES)
                                        .on(MOVIES.ID.eq(REVIEWS.MOVIE_ID))
                                        .where(REVIEWS.AUTHOR_ID.eq(USERS.ID))
                                        .orderBy(REVIEWS.CREATION_TIME.desc())
                                        .limit(10))
                                .convertFrom(rows -> rows.map(mapping(OwnReview::new))))
                .from(USERS)
                .where(USERS.ID.eq(id))
                .fetchOne(mapping(UserDetails::new)));
    }

    /** Under another name than the reviews around it. */
    private static Field<Double> avgRatingOf(TableField<?, Integer> movie) {
        var rated = REVIEWS.as("a");
        return field(select(avg(rated.RATING).cast(Double.class)).from(rated).where(rated.MOVIE_ID.eq(movie)));
    }

    @Override
    public PersonDetails getPerson(int id) {
        return one(dsl.select(
                        PERSONS.ID,
                        FULL_NAME,
                        PERSONS.IMAGE,
                        PERSONS.BIO,
                        multiset(select(MOVIES.ID, MOVIES.IMAGE, MOVIES.TITLE, MOVIES.YEAR, avgRating())
                                        .from(ACTORS)
                                        .join(MOVIES)
                                        .on(MOVIES.ID.eq(ACTORS.MOVIE_ID))
                                        .where(ACTORS.PERSON_ID.eq(PERSONS.ID))
                                        .orderBy(MOVIES.YEAR, MOVIES.TITLE, ACTORS.ID))
                                .convertFrom(rows -> rows.map(mapping(Credit::new))),
                        multiset(select(MOVIES.ID, MOVIES.IMAGE, MOVIES.TITLE, MOVIES.YEAR, avgRating())
                                        .from(DIRECTORS)
                                        .join(MOVIES)
                                        .on(MOVIES.ID.eq(DIRECTORS.MOVIE_ID))
                                        .where(DIRECTORS.PERSON_ID.eq(PERSONS.ID))
                                        .orderBy(MOVIES.YEAR, MOVIES.TITLE, DIRECTORS.ID))
                                .convertFrom(rows -> rows.map(mapping(Credit::new))))
                .from(PERSONS)
                .where(PERSONS.ID.eq(id))
                .fetchOne(mapping(PersonDetails::new)));
    }

    @Override
    public List<Flat> flat(int rows) {
        return dsl.select(FLATS.ID, FLATS.A, FLATS.B, FLATS.C, FLATS.D, FLATS.E, FLATS.F, FLATS.G, FLATS.H, FLATS.I)
                .from(FLATS)
                .where(FLATS.ID.le(rows))
                .orderBy(FLATS.ID)
                .fetch(mapping(Flat::new));
    }

    @Override
    public Retitled updateMovie(int id, String suffix) {
        return one(dsl.update(MOVIES)
                .set(MOVIES.TITLE, MOVIES.TITLE.concat(val(suffix)))
                .where(MOVIES.ID.eq(id))
                .returningResult(MOVIES.ID, MOVIES.TITLE)
                .fetchOne(mapping(Retitled::new)));
    }

    @Override
    public UserCard insertUser(String name, String image) {
        return one(dsl.insertInto(USERS, USERS.NAME, USERS.IMAGE)
                .values(name, image)
                .returningResult(USERS.ID, USERS.NAME, USERS.IMAGE)
                .fetchOne(mapping(UserCard::new)));
    }

    @Override
    public NewMovie insertMovie(
            String title, String image, String description, int year, int director, List<Integer> cast) {
        return dsl.transactionResult(configuration ->
                insertMovie(configuration.dsl(), title, image, description, year, List.of(director), cast));
    }

    private static NewMovie insertMovie(
            DSLContext transaction,
            String title,
            String image,
            String description,
            int year,
            List<Integer> directors,
            List<Integer> cast) {
        int movie = one(transaction
                        .insertInto(MOVIES, MOVIES.TITLE, MOVIES.IMAGE, MOVIES.DESCRIPTION, MOVIES.YEAR)
                        .values(title, image, description, year)
                        .returningResult(MOVIES.ID)
                        .fetchOne())
                .value1();
        var directing = transaction.insertInto(DIRECTORS, DIRECTORS.PERSON_ID, DIRECTORS.MOVIE_ID);
        directors.forEach(person -> directing.values(person, movie));
        directing.execute();
        var acting = transaction.insertInto(ACTORS, ACTORS.PERSON_ID, ACTORS.MOVIE_ID);
        cast.forEach(person -> acting.values(person, movie));
        acting.execute();
        return one(transaction
                .select(MOVIES.ID, MOVIES.TITLE, MOVIES.IMAGE, MOVIES.DESCRIPTION, MOVIES.YEAR, directors(), cast())
                .from(MOVIES)
                .where(MOVIES.ID.eq(movie))
                .fetchOne(mapping(NewMovie::new)));
    }

    @Override
    public NewMovie insertMoviePlus(
            String title, String image, String description, int year, PersonToAdd director, List<PersonToAdd> cast) {
        return dsl.transactionResult(configuration -> {
            DSLContext transaction = configuration.dsl();
            var adding =
                    transaction.insertInto(PERSONS, PERSONS.FIRST_NAME, PERSONS.LAST_NAME, PERSONS.IMAGE, PERSONS.BIO);
            adding.values(director.firstName(), director.lastName(), director.image(), director.bio());
            cast.forEach(person -> adding.values(person.firstName(), person.lastName(), person.image(), person.bio()));
            List<Integer> people = adding.returningResult(PERSONS.ID).fetch(PERSONS.ID);
            return insertMovie(
                    transaction,
                    title,
                    image,
                    description,
                    year,
                    people.subList(0, 1),
                    people.subList(1, people.size()));
        });
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
