package io.pgorm.benchmarks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the queries of IMDBench give, the same for each peer, so that their answers can be compared. */
public final class Imdb {

    private Imdb() {}

    public record MovieDetails(
            int id,
            String image,
            String title,
            int year,
            String description,
            @Nullable Double avgRating,
            List<PersonCard> directors,
            List<PersonCard> cast,
            List<Opinion> reviews) {}

    public record PersonCard(int id, String fullName, String image) {}

    public record Opinion(int id, String body, int rating, UserCard author) {}

    public record UserCard(int id, String name, String image) {}

    public record UserDetails(int id, String name, String image, List<OwnReview> latestReviews) {}

    public record OwnReview(int id, String body, int rating, MovieCard movie) {}

    public record MovieCard(
            int id, String image, String title, @Nullable Double avgRating) {}

    public record PersonDetails(
            int id, String fullName, String image, String bio, List<Credit> actedIn, List<Credit> directed) {}

    public record Credit(
            int id,
            String image,
            String title,
            int year,
            @Nullable Double avgRating) {}

    public record Retitled(int id, String title) {}

    public record NewMovie(
            int id,
            String title,
            String image,
            String description,
            int year,
            List<PersonCard> directors,
            List<PersonCard> cast) {}

    /** Nothing but numbers. */
    public record Flat(int id, int a, int b, int c, int d, int e, int f, int g, int h, int i) {}

    /** A person that is not there yet. */
    public record PersonToAdd(String firstName, String lastName, String image, String bio) {}
}
