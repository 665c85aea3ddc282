package io.pgorm.benchmarks.peer;

import io.pgorm.benchmarks.Imdb.MovieDetails;
import io.pgorm.benchmarks.Imdb.NewMovie;
import io.pgorm.benchmarks.Imdb.PersonDetails;
import io.pgorm.benchmarks.Imdb.PersonToAdd;
import io.pgorm.benchmarks.Imdb.Retitled;
import io.pgorm.benchmarks.Imdb.UserCard;
import io.pgorm.benchmarks.Imdb.UserDetails;
import java.util.List;

/**
 * The seven queries of IMDBench. People of a film come by list order (none last), last name and the number of the
 * credit; reviews the latest first; films of a person by year, title and the number of the credit. Safe for use by
 * several threads.
 */
public interface Peer extends AutoCloseable {

    MovieDetails getMovie(int id);

    /** The same as JSON text. */
    default String getMovieText(int id) {
        return Json.text(getMovie(id));
    }

    /** With the ten latest reviews. */
    UserDetails getUser(int id);

    PersonDetails getPerson(int id);

    /** The first rows of a table of ten numbers, by their ids: each as what the library makes of a row, entity or record. */
    List<?> flat(int rows);

    /** Appends to the title. */
    Retitled updateMovie(int id, String suffix);

    UserCard insertUser(String name, String image);

    /** With people who are there already. */
    NewMovie insertMovie(String title, String image, String description, int year, int director, List<Integer> cast);

    /** With people who are not there yet. */
    NewMovie insertMoviePlus(
            String title, String image, String description, int year, PersonToAdd director, List<PersonToAdd> cast);

    @Override
    void close();
}
