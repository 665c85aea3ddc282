package io.pgorm.benchmarks.peer.jimmer;

import java.util.List;
import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.GeneratedValue;
import org.babyfish.jimmer.sql.GenerationType;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.OneToMany;
import org.babyfish.jimmer.sql.Table;

/** Who writes reviews. */
@Entity
@Table(name = "users")
public interface JUser {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    int id();

    String name();

    String image();

    @OneToMany(mappedBy = "author")
    List<JReview> reviews();
}
