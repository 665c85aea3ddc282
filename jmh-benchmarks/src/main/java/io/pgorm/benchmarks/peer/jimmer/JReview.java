package io.pgorm.benchmarks.peer.jimmer;

import java.time.OffsetDateTime;
import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.GeneratedValue;
import org.babyfish.jimmer.sql.GenerationType;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.ManyToOne;
import org.babyfish.jimmer.sql.Table;

/** What a user says of a film. */
@Entity
@Table(name = "reviews")
public interface JReview {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    int id();

    String body();

    int rating();

    OffsetDateTime creationTime();

    @ManyToOne
    JUser author();

    @ManyToOne
    JMovie movie();
}
