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
import io.pgorm.benchmarks.peer.hibernate.ActorEntity;
import io.pgorm.benchmarks.peer.hibernate.DirectorEntity;
import io.pgorm.benchmarks.peer.hibernate.Factories;
import io.pgorm.benchmarks.peer.hibernate.MovieEntity;
import io.pgorm.benchmarks.peer.hibernate.PersonEntity;
import io.pgorm.benchmarks.peer.hibernate.UserEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Hibernate's StatelessSession: rows straight into records by HQL, inserts in batches, nothing tracked. */
public final class StatelessPeer implements Peer {

    private static final String AVG_RATING = "(select avg(a.rating) from ReviewEntity a where a.movie = m)";

    private record Movie(
            Integer id,
            String image,
            String title,
            Integer year,
            String description,
            @Nullable Double avgRating) {}

    private record Person(Integer id, String fullName, String image, String bio) {}

    private final HikariDataSource dataSource;
    private final SessionFactory factory;

    public StatelessPeer(HikariDataSource dataSource) {
        this.dataSource = dataSource;
        this.factory = Factories.open(dataSource);
    }

    private static <T> List<T> list(StatelessSession session, Class<T> type, String query, int id) {
        return session.createSelectionQuery(query, type).setParameter("id", id).getResultList();
    }

    private static <T> T one(StatelessSession session, Class<T> type, String query, int id) {
        return session.createSelectionQuery(query, type).setParameter("id", id).getSingleResult();
    }

    private static List<PersonCard> people(StatelessSession session, String entity, int movie) {
        return list(
                session,
                PersonCard.class,
                "select p.id, p.fullName, p.image from " + entity + " c join c.person p where c.movie.id = :id"
                        + " order by c.listOrder nulls last, p.lastName, c.id",
                movie);
    }

    @Override
    public MovieDetails getMovie(int id) {
        return factory.fromStatelessSession(session -> {
            Movie movie = one(
                    session,
                    Movie.class,
                    "select m.id, m.image, m.title, m.year, m.description, " + AVG_RATING
                            + " from MovieEntity m where m.id = :id",
                    id);
            List<Opinion> reviews = list(
                            session,
                            Object[].class,
                            "select r.id, r.body, r.rating, u.id, u.name, u.image from ReviewEntity r join r.author u"
                                    + " where r.movie.id = :id order by r.creationTime desc",
                            id)
                    .stream()
                    .map(row -> new Opinion(
                            (Integer) row[0],
                            (String) row[1],
                            (Integer) row[2],
                            new UserCard((Integer) row[3], (String) row[4], (String) row[5])))
                    .toList();
            return new MovieDetails(
                    movie.id,
                    movie.image,
                    movie.title,
                    movie.year,
                    movie.description,
                    movie.avgRating,
                    people(session, "DirectorEntity", id),
                    people(session, "ActorEntity", id),
                    reviews);
        });
    }

    @Override
    public UserDetails getUser(int id) {
        return factory.fromStatelessSession(session -> {
            UserCard user =
                    one(session, UserCard.class, "select u.id, u.name, u.image from UserEntity u where u.id = :id", id);
            List<Object[]> rows = session.createSelectionQuery(
                            "select r.id, r.body, r.rating, m.id, m.image, m.title, " + AVG_RATING
                                    + " from ReviewEntity r join r.movie m where r.author.id = :id order by r.creationTime desc",
                            Object[].class)
                    .setParameter("id", id)
                    .setMaxResults(10)
                    .getResultList();
            return new UserDetails(
                    user.id(),
                    user.name(),
                    user.image(),
                    rows.stream()
                            .map(row -> new OwnReview(
                                    (Integer) row[0],
                                    (String) row[1],
                                    (Integer) row[2],
                                    new MovieCard((Integer) row[3], (String) row[4], (String) row[5], (Double) row[6])))
                            .toList());
        });
    }

    @Override
    public PersonDetails getPerson(int id) {
        return factory.fromStatelessSession(session -> {
            Person person = one(
                    session,
                    Person.class,
                    "select p.id, p.fullName, p.image, p.bio from PersonEntity p where p.id = :id",
                    id);
            return new PersonDetails(
                    person.id,
                    person.fullName,
                    person.image,
                    person.bio,
                    credits(session, "ActorEntity", id),
                    credits(session, "DirectorEntity", id));
        });
    }

    private static List<Credit> credits(StatelessSession session, String entity, int person) {
        return list(
                session,
                Credit.class,
                "select m.id, m.image, m.title, m.year, " + AVG_RATING + " from " + entity
                        + " c join c.movie m where c.person.id = :id order by m.year, m.title, c.id",
                person);
    }

    @Override
    public List<Flat> flat(int rows) {
        return factory.fromStatelessSession(session -> list(
                session,
                Flat.class,
                "select f.id, f.a, f.b, f.c, f.d, f.e, f.f, f.g, f.h, f.i from FlatEntity f where f.id <= :id order by f.id",
                rows));
    }

    @Override
    public Retitled updateMovie(int id, String suffix) {
        return factory.fromStatelessTransaction(session -> {
            session.createMutationQuery("update MovieEntity m set m.title = m.title || :suffix where m.id = :id")
                    .setParameter("suffix", suffix)
                    .setParameter("id", id)
                    .executeUpdate();
            return one(session, Retitled.class, "select m.id, m.title from MovieEntity m where m.id = :id", id);
        });
    }

    @Override
    public UserCard insertUser(String name, String image) {
        return factory.fromStatelessTransaction(session -> {
            UserEntity user = new UserEntity();
            user.name = name;
            user.image = image;
            session.insert(user);
            return new UserCard(Objects.requireNonNull(user.id), user.name, user.image);
        });
    }

    @Override
    public NewMovie insertMovie(
            String title, String image, String description, int year, int director, List<Integer> cast) {
        return factory.fromStatelessTransaction(session -> insertMovie(
                session,
                title,
                image,
                description,
                year,
                List.of(reference(director)),
                cast.stream().map(StatelessPeer::reference).toList()));
    }

    private static PersonEntity reference(int id) {
        PersonEntity person = new PersonEntity();
        person.id = id;
        return person;
    }

    private static NewMovie insertMovie(
            StatelessSession session,
            String title,
            String image,
            String description,
            int year,
            List<PersonEntity> directors,
            List<PersonEntity> cast) {
        MovieEntity movie = new MovieEntity();
        movie.title = title;
        movie.image = image;
        movie.description = description;
        movie.year = year;
        session.insert(movie);
        List<Object> credits = new ArrayList<>();
        for (PersonEntity person : directors) {
            DirectorEntity director = new DirectorEntity();
            director.person = person;
            director.movie = movie;
            credits.add(director);
        }
        for (PersonEntity person : cast) {
            ActorEntity actor = new ActorEntity();
            actor.person = person;
            actor.movie = movie;
            credits.add(actor);
        }
        session.insertMultiple(credits);
        int id = Objects.requireNonNull(movie.id);
        return new NewMovie(
                id,
                movie.title,
                movie.image,
                movie.description,
                movie.year,
                people(session, "DirectorEntity", id),
                people(session, "ActorEntity", id));
    }

    @Override
    public NewMovie insertMoviePlus(
            String title, String image, String description, int year, PersonToAdd director, List<PersonToAdd> cast) {
        return factory.fromStatelessTransaction(session -> {
            List<PersonEntity> people = new ArrayList<>();
            people.add(entity(director));
            cast.forEach(person -> people.add(entity(person)));
            session.insertMultiple(people);
            return insertMovie(
                    session, title, image, description, year, people.subList(0, 1), people.subList(1, people.size()));
        });
    }

    private static PersonEntity entity(PersonToAdd person) {
        PersonEntity entity = new PersonEntity();
        entity.firstName = person.firstName();
        entity.lastName = person.lastName();
        entity.image = person.image();
        entity.bio = person.bio();
        return entity;
    }

    @Override
    public void close() {
        factory.close();
        dataSource.close();
    }
}
