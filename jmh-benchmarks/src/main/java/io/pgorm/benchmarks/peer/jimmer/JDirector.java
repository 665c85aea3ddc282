package io.pgorm.benchmarks.peer.jimmer;

import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.GeneratedValue;
import org.babyfish.jimmer.sql.GenerationType;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.ManyToOne;
import org.babyfish.jimmer.sql.Table;
import org.jspecify.annotations.Nullable;

/** A credit. */
@Entity
@Table(name = "directors")
public interface JDirector {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    int id();

    @Nullable
    Integer listOrder();

    @ManyToOne
    JPerson person();

    @ManyToOne
    JMovie movie();
}
