package io.pgorm.benchmarks.peer;

import com.zaxxer.hikari.HikariDataSource;
import io.pgorm.benchmarks.Imdb.Credit;
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
import io.pgorm.benchmarks.peer.jimmer.Immutables;
import io.pgorm.benchmarks.peer.jimmer.JActorFetcher;
import io.pgorm.benchmarks.peer.jimmer.JActorTable;
import io.pgorm.benchmarks.peer.jimmer.JDirectorFetcher;
import io.pgorm.benchmarks.peer.jimmer.JDirectorTable;
import io.pgorm.benchmarks.peer.jimmer.JFlatTable;
import io.pgorm.benchmarks.peer.jimmer.JMovie;
import io.pgorm.benchmarks.peer.jimmer.JMovieFetcher;
import io.pgorm.benchmarks.peer.jimmer.JMovieTable;
import io.pgorm.benchmarks.peer.jimmer.JPerson;
import io.pgorm.benchmarks.peer.jimmer.JPersonFetcher;
import io.pgorm.benchmarks.peer.jimmer.JReviewFetcher;
import io.pgorm.benchmarks.peer.jimmer.JUser;
import io.pgorm.benchmarks.peer.jimmer.JUserFetcher;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.babyfish.jimmer.sql.JSqlClient;
import org.babyfish.jimmer.sql.ast.mutation.AssociatedSaveMode;
import org.babyfish.jimmer.sql.ast.mutation.SaveMode;
import org.babyfish.jimmer.sql.dialect.PostgresDialect;
import org.babyfish.jimmer.sql.fetcher.Fetcher;
import org.babyfish.jimmer.sql.runtime.ConnectionManager;
import org.jspecify.annotations.Nullable;

/** Jimmer: object fetchers, with the order of each association as a filter of its own; save commands that insert only. */
public final class JimmerPeer implements Peer {

    private static final Fetcher<JPerson> PERSON = JPersonFetcher.$.fullName().image();
    private static final Fetcher<JUser> USER = JUserFetcher.$.name().image();

    private static final JMovieFetcher PEOPLE = JMovieFetcher.$
            .directors(
                    JDirectorFetcher.$.person(PERSON),
                    field -> field.filter(args -> {
                        JDirectorTable table = args.getTable();
                        args.orderBy(
                                table.listOrder().asc().nullsLast(),
                                table.person().lastName().asc(),
                                table.id().asc());
                    }))
            .actors(
                    JActorFetcher.$.person(PERSON),
                    field -> field.filter(args -> {
                        JActorTable table = args.getTable();
                        args.orderBy(
                                table.listOrder().asc().nullsLast(),
                                table.person().lastName().asc(),
                                table.id().asc());
                    }));

    private static final Fetcher<JMovie> MOVIE = PEOPLE.image()
            .title()
            .year()
            .description()
            .avgRating()
            .reviews(
                    JReviewFetcher.$.body().rating().author(USER),
                    field -> field.filter(
                            args -> args.orderBy(args.getTable().creationTime().desc())));

    private static final Fetcher<JMovie> NEW_MOVIE =
            PEOPLE.image().title().year().description();

    private static final Fetcher<JMovie> CARD = JMovieFetcher.$.image().title().avgRating();
    private static final Fetcher<JMovie> CREDIT =
            JMovieFetcher.$.image().title().year().avgRating();

    private static final Fetcher<JUser> USER_DETAILS = JUserFetcher.$
            .name()
            .image()
            .reviews(
                    JReviewFetcher.$.body().rating().movie(CARD),
                    field -> field.batch(1)
                            .limit(10)
                            .filter(args ->
                                    args.orderBy(args.getTable().creationTime().desc())));

    private static final Fetcher<JPerson> PERSON_DETAILS = JPersonFetcher.$
            .fullName()
            .image()
            .bio()
            .acted(
                    JActorFetcher.$.movie(CREDIT),
                    field -> field.filter(args -> {
                        JActorTable table = args.getTable();
                        args.orderBy(
                                table.movie().year().asc(),
                                table.movie().title().asc(),
                                table.id().asc());
                    }))
            .directed(
                    JDirectorFetcher.$.movie(CREDIT),
                    field -> field.filter(args -> {
                        JDirectorTable table = args.getTable();
                        args.orderBy(
                                table.movie().year().asc(),
                                table.movie().title().asc(),
                                table.id().asc());
                    }));

    private final HikariDataSource dataSource;
    private final JSqlClient client;

    public JimmerPeer(HikariDataSource dataSource) {
        this.dataSource = dataSource;
        this.client = JSqlClient.newBuilder()
                .setConnectionManager(ConnectionManager.simpleConnectionManager(dataSource))
                .setDialect(new PostgresDialect())
                .build();
    }

    private static <T> T found(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    @Override
    public MovieDetails getMovie(int id) {
        JMovie movie = found(client.getEntities().findById(MOVIE, id));
        return new MovieDetails(
                movie.id(),
                movie.image(),
                movie.title(),
                movie.year(),
                movie.description(),
                movie.avgRating(),
                map(movie.directors(), director -> card(director.person())),
                map(movie.actors(), actor -> card(actor.person())),
                map(
                        movie.reviews(),
                        review -> new Opinion(review.id(), review.body(), review.rating(), card(review.author()))));
    }

    private static <T, R> List<R> map(List<T> list, Function<T, R> function) {
        return list.stream().map(function).toList();
    }

    private static PersonCard card(JPerson person) {
        return new PersonCard(person.id(), person.fullName(), person.image());
    }

    private static UserCard card(JUser user) {
        return new UserCard(user.id(), user.name(), user.image());
    }

    @Override
    public UserDetails getUser(int id) {
        JUser user = found(client.getEntities().findById(USER_DETAILS, id));
        return new UserDetails(
                user.id(),
                user.name(),
                user.image(),
                map(
                        user.reviews(),
                        review ->
                                new OwnReview(review.id(), review.body(), review.rating(), movieCard(review.movie()))));
    }

    private static MovieCard movieCard(JMovie movie) {
        return new MovieCard(movie.id(), movie.image(), movie.title(), movie.avgRating());
    }

    @Override
    public PersonDetails getPerson(int id) {
        JPerson person = found(client.getEntities().findById(PERSON_DETAILS, id));
        return new PersonDetails(
                person.id(),
                person.fullName(),
                person.image(),
                person.bio(),
                map(person.acted(), actor -> credit(actor.movie())),
                map(person.directed(), director -> credit(director.movie())));
    }

    private static Credit credit(JMovie movie) {
        return new Credit(movie.id(), movie.image(), movie.title(), movie.year(), movie.avgRating());
    }

    @Override
    public List<?> flat(int rows) {
        JFlatTable table = JFlatTable.$;
        return client.createQuery(table)
                .where(table.id().le(rows))
                .orderBy(table.id())
                .select(table)
                .execute();
    }

    @Override
    public Retitled updateMovie(int id, String suffix) {
        JMovieTable table = JMovieTable.$;
        client.createUpdate(table)
                .set(table.title(), table.title().concat(suffix))
                .where(table.id().eq(id))
                .execute();
        JMovie movie = found(client.getEntities().findById(JMovieFetcher.$.title(), id));
        return new Retitled(movie.id(), movie.title());
    }

    @Override
    public UserCard insertUser(String name, String image) {
        JUser user = client.saveCommand(
                        Immutables.createJUser(draft -> draft.setName(name).setImage(image)))
                .setMode(SaveMode.INSERT_ONLY)
                .execute()
                .getModifiedEntity();
        return card(user);
    }

    @Override
    public NewMovie insertMovie(
            String title, String image, String description, int year, int director, List<Integer> cast) {
        return insert(Immutables.createJMovie(movie -> {
            movie.setTitle(title).setImage(image).setDescription(description).setYear(year);
            movie.addIntoDirectors(credit -> credit.applyPerson(person -> person.setId(director)));
            cast.forEach(actor -> movie.addIntoActors(credit -> credit.applyPerson(person -> person.setId(actor))));
        }));
    }

    private NewMovie insert(JMovie movie) {
        return client.transaction(() -> {
            int id = client.saveCommand(movie)
                    .setMode(SaveMode.INSERT_ONLY)
                    .setAssociatedModeAll(AssociatedSaveMode.APPEND)
                    .execute()
                    .getModifiedEntity()
                    .id();
            JMovie made = found(client.getEntities().findById(NEW_MOVIE, id));
            return new NewMovie(
                    made.id(),
                    made.title(),
                    made.image(),
                    made.description(),
                    made.year(),
                    map(made.directors(), credit -> card(credit.person())),
                    map(made.actors(), credit -> card(credit.person())));
        });
    }

    @Override
    public NewMovie insertMoviePlus(
            String title, String image, String description, int year, PersonToAdd director, List<PersonToAdd> cast) {
        return insert(Immutables.createJMovie(movie -> {
            movie.setTitle(title).setImage(image).setDescription(description).setYear(year);
            movie.addIntoDirectors(credit -> credit.setPerson(added(director)));
            cast.forEach(actor -> movie.addIntoActors(credit -> credit.setPerson(added(actor))));
        }));
    }

    private static JPerson added(PersonToAdd person) {
        return Immutables.createJPerson(draft -> draft.setFirstName(person.firstName())
                .setMiddleName("")
                .setLastName(person.lastName())
                .setImage(person.image())
                .setBio(person.bio()));
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
