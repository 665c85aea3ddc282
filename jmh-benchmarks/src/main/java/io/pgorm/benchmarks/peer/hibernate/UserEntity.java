package io.pgorm.benchmarks.peer.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who writes reviews. */
@Entity
@Table(name = "users")
@SuppressWarnings("NullAway") // filled by Hibernate
public class UserEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bench_ids")
    @SequenceGenerator(name = "bench_ids", sequenceName = "bench_ids", allocationSize = 50)
    public @Nullable Integer id;

    public String name;
    public String image;

    @OneToMany(mappedBy = "author")
    public List<ReviewEntity> reviews = new ArrayList<>();
}
