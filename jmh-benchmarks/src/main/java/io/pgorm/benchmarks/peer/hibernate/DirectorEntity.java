package io.pgorm.benchmarks.peer.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A credit. */
@Entity
@Table(name = "directors")
@SuppressWarnings("NullAway") // filled by Hibernate
public class DirectorEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bench_ids")
    @SequenceGenerator(name = "bench_ids", sequenceName = "bench_ids", allocationSize = 50)
    public @Nullable Integer id;

    @Column(name = "list_order")
    public @Nullable Integer listOrder;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "person_id")
    public PersonEntity person;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "movie_id")
    public MovieEntity movie;
}
