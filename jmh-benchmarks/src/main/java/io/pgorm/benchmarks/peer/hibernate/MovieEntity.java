package io.pgorm.benchmarks.peer.hibernate;

import jakarta.persistence.CascadeType;
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

/** A film. */
@Entity
@Table(name = "movies")
@SuppressWarnings("NullAway") // filled by Hibernate
public class MovieEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bench_ids")
    @SequenceGenerator(name = "bench_ids", sequenceName = "bench_ids", allocationSize = 50)
    public @Nullable Integer id;

    public String image;
    public String title;
    public int year;
    public String description;

    @OneToMany(mappedBy = "movie", cascade = CascadeType.PERSIST)
    public List<DirectorEntity> directors = new ArrayList<>();

    @OneToMany(mappedBy = "movie", cascade = CascadeType.PERSIST)
    public List<ActorEntity> actors = new ArrayList<>();

    @OneToMany(mappedBy = "movie")
    public List<ReviewEntity> reviews = new ArrayList<>();
}
