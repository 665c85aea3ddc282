package io.pgorm.benchmarks.peer.jimmer;

import java.util.List;
import org.babyfish.jimmer.Formula;
import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.GeneratedValue;
import org.babyfish.jimmer.sql.GenerationType;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.OneToMany;
import org.babyfish.jimmer.sql.Table;
import org.jspecify.annotations.Nullable;

/** A film. */
@Entity
@Table(name = "movies")
public interface JMovie {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    int id();

    String image();

    String title();

    int year();

    String description();

    @Formula(sql = "(SELECT avg(a.rating)::float8 FROM reviews a WHERE a.movie_id = %alias.id)")
    @Nullable
    Double avgRating();

    @OneToMany(mappedBy = "movie")
    List<JDirector> directors();

    @OneToMany(mappedBy = "movie")
    List<JActor> actors();

    @OneToMany(mappedBy = "movie")
    List<JReview> reviews();
}
