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
import io.pgorm.benchmarks.peer.hibernate.ActorEntity;
import io.pgorm.benchmarks.peer.hibernate.DirectorEntity;
import io.pgorm.benchmarks.peer.hibernate.Factories;
import io.pgorm.benchmarks.peer.hibernate.FlatEntity;
import io.pgorm.benchmarks.peer.hibernate.MovieEntity;
import io.pgorm.benchmarks.peer.hibernate.PersonEntity;
import io.pgorm.benchmarks.peer.hibernate.ReviewEntity;
import io.pgorm.benchmarks.peer.hibernate.UserEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.graph.RootGraph;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate with entities. One entity graph over several collections would multiply their rows, and its guide warns of
 * that: the graph fetches to-one relations, each collection has a query with a graph of its own. Read-only sessions
 * where nothing is written.
 */
public final class HibernatePeer implements Peer {

    private static final String PEOPLE =
            " c where c.movie.id = :id order by c.listOrder nulls last, c.person.lastName, c.id";
    private static final String GRAPH = "jakarta.persistence.fetchgraph";

    private final HikariDataSource dataSource;
    private final SessionFactory factory;
    private final RootGraph<ActorEntity> actorPeople;
    private final RootGraph<DirectorEntity> directorPeople;
    private final RootGraph<ReviewEntity> reviewAuthors;

    public HibernatePeer(HikariDataSource dataSource) {
        this.dataSource = dataSource;
        this.factory = Factories.open(dataSource);
        try (Session session = factory.openSession()) {
            actorPeople = with(session.createEntityGraph(ActorEntity.class), "person");
            directorPeople = with(session.createEntityGraph(DirectorEntity.class), "person");
            reviewAuthors = with(session.createEntityGraph(ReviewEntity.class), "author");
        }
    }

    private static <T> RootGraph<T> with(RootGraph<T> graph, String relation) {
        graph.addAttributeNodes(relation);
        return graph;
    }

    private Session reading() {
        Session session = factory.openSession();
        session.setDefaultReadOnly(true);
        return session;
    }

    @Override
    public MovieDetails getMovie(int id) {
        try (Session session = reading()) {
            Object[] row = session.createSelectionQuery(
                            "select m, (select avg(r.rating) from ReviewEntity r where r.movie = m) from MovieEntity m where m.id = :id",
                            Object[].class)
                    .setParameter("id", id)
                    .getSingleResult();
            MovieEntity movie = (MovieEntity) row[0];
            List<Opinion> reviews = session
                    .createSelectionQuery(
                            "from ReviewEntity r where r.movie.id = :id order by r.creationTime desc",
                            ReviewEntity.class)
                    .setParameter("id", id)
                    .setHint(GRAPH, reviewAuthors)
                    .getResultList()
                    .stream()
                    .map(review -> new Opinion(id(review.id), review.body, review.rating, card(review.author)))
                    .toList();
            return new MovieDetails(
                    id(movie.id),
                    movie.image,
                    movie.title,
                    movie.year,
                    movie.description,
                    (Double) row[1],
                    directors(session, id),
                    cast(session, id),
                    reviews);
        }
    }

    private static int id(@Nullable Integer id) {
        return Objects.requireNonNull(id);
    }

    private static UserCard card(UserEntity user) {
        return new UserCard(id(user.id), user.name, user.image);
    }

    private static PersonCard card(PersonEntity person) {
        return new PersonCard(id(person.id), person.fullName, person.image);
    }

    private List<PersonCard> directors(Session session, int movie) {
        return session
                .createSelectionQuery("from DirectorEntity" + PEOPLE, DirectorEntity.class)
                .setParameter("id", movie)
                .setHint(GRAPH, directorPeople)
                .getResultList()
                .stream()
                .map(director -> card(director.person))
                .toList();
    }

    private List<PersonCard> cast(Session session, int movie) {
        return session
                .createSelectionQuery("from ActorEntity" + PEOPLE, ActorEntity.class)
                .setParameter("id", movie)
                .setHint(GRAPH, actorPeople)
                .getResultList()
                .stream()
                .map(actor -> card(actor.person))
                .toList();
    }

    @Override
    public UserDetails getUser(int id) {
        try (Session session = reading()) {
            UserEntity user = session.find(UserEntity.class, id);
            List<Object[]> reviews = session.createSelectionQuery(
                            "select r, (select avg(a.rating) from ReviewEntity a where a.movie = m)"
                                    + " from ReviewEntity r join fetch r.movie m where r.author.id = :id order by r.creationTime desc",
                            Object[].class)
                    .setParameter("id", id)
                    .setMaxResults(10)
                    .getResultList();
            return new UserDetails(
                    id(user.id),
                    user.name,
                    user.image,
                    reviews.stream().map(HibernatePeer::own).toList());
        }
    }

    private static OwnReview own(Object[] row) {
        ReviewEntity review = (ReviewEntity) row[0];
        MovieEntity movie = review.movie;
        return new OwnReview(
                id(review.id),
                review.body,
                review.rating,
                new MovieCard(id(movie.id), movie.image, movie.title, (Double) row[1]));
    }

    @Override
    public PersonDetails getPerson(int id) {
        try (Session session = reading()) {
            PersonEntity person = session.find(PersonEntity.class, id);
            return new PersonDetails(
                    id(person.id),
                    person.fullName,
                    person.image,
                    person.bio,
                    credits(session, "ActorEntity", id),
                    credits(session, "DirectorEntity", id));
        }
    }

    private static List<Credit> credits(Session session, String entity, int person) {
        return session
                .createSelectionQuery(
                        "select m, (select avg(a.rating) from ReviewEntity a where a.movie = m) from " + entity
                                + " c join c.movie m where c.person.id = :id order by m.year, m.title, c.id",
                        Object[].class)
                .setParameter("id", person)
                .getResultList()
                .stream()
                .map(HibernatePeer::credit)
                .toList();
    }

    private static Credit credit(Object[] row) {
        MovieEntity movie = (MovieEntity) row[0];
        return new Credit(id(movie.id), movie.image, movie.title, movie.year, (Double) row[1]);
    }

    @Override
    public List<?> flat(int rows) {
        try (Session session = reading()) {
            return session.createSelectionQuery("from FlatEntity f where f.id <= :last order by f.id", FlatEntity.class)
                    .setParameter("last", rows)
                    .getResultList();
        }
    }

    @Override
    public Retitled updateMovie(int id, String suffix) {
        return factory.fromTransaction(session -> {
            MovieEntity movie = session.find(MovieEntity.class, id);
            movie.title += suffix;
            return new Retitled(id(movie.id), movie.title);
        });
    }

    @Override
    public UserCard insertUser(String name, String image) {
        return factory.fromTransaction(session -> {
            UserEntity user = new UserEntity();
            user.name = name;
            user.image = image;
            session.persist(user);
            return card(user);
        });
    }

    @Override
    public NewMovie insertMovie(
            String title, String image, String description, int year, int director, List<Integer> cast) {
        return factory.fromTransaction(session -> insertMovie(
                session,
                title,
                image,
                description,
                year,
                List.of(session.getReference(PersonEntity.class, director)),
                cast.stream()
                        .map(person -> session.getReference(PersonEntity.class, person))
                        .toList()));
    }

    private NewMovie insertMovie(
            Session session,
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
        for (PersonEntity person : directors) {
            DirectorEntity director = new DirectorEntity();
            director.person = person;
            director.movie = movie;
            movie.directors.add(director);
        }
        for (PersonEntity person : cast) {
            ActorEntity actor = new ActorEntity();
            actor.person = person;
            actor.movie = movie;
            movie.actors.add(actor);
        }
        session.persist(movie);
        session.flush();
        session.clear();
        int id = id(movie.id);
        return new NewMovie(
                id, movie.title, movie.image, movie.description, movie.year, directors(session, id), cast(session, id));
    }

    @Override
    public NewMovie insertMoviePlus(
            String title, String image, String description, int year, PersonToAdd director, List<PersonToAdd> cast) {
        return factory.fromTransaction(session -> {
            List<PersonEntity> actors = new ArrayList<>();
            PersonEntity directing = added(session, director);
            cast.forEach(person -> actors.add(added(session, person)));
            return insertMovie(session, title, image, description, year, List.of(directing), actors);
        });
    }

    private static PersonEntity added(Session session, PersonToAdd person) {
        PersonEntity entity = new PersonEntity();
        entity.firstName = person.firstName();
        entity.lastName = person.lastName();
        entity.image = person.image();
        entity.bio = person.bio();
        session.persist(entity);
        return entity;
    }

    @Override
    public void close() {
        factory.close();
        dataSource.close();
    }
}
